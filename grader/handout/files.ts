import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { messagesIn } from '../catalogue/catalogue.ts';
import type { Language, Manifest } from '../load/manifest.ts';
import { autogradingTests } from './autograding-tests.ts';
import { classroomWorkflow } from './classroom-workflow.ts';
import { digestOf, type Handout, handoutFile, handoutText } from './digests.ts';
import { projectFiles } from './project-files.ts';
import { readmeFiles } from './readme.ts';

/**
 * Whose a file is once it has been handed out: `fixed` must not be changed, `given` may be changed and seldom is, `stub` is
 * what students write in.
 */
export type Role = 'fixed' | 'given' | 'stub';

/** A file of a handout: its path from the root with `/`, its content, and whose it is. */
export interface HandoutFile {
  readonly name: string;
  readonly content: string | Buffer;
  readonly role: Role;
  /** Whether it is a program that is called by its name. */
  readonly isExecutable?: true;
}

/** What a handout is made of. */
export interface Edition {
  readonly handed: readonly HandedOut[];
  /** Of the statements; the first is the language of all that the handout prints or runs. */
  readonly languages: readonly [Language, ...Language[]];
  /** The one-file grader. */
  readonly grader: string;
  readonly version: string;
  /** Whether GitHub Classroom's workflows are in it: elsewhere the class's own runner does the job. */
  readonly hasWorkflow: boolean;
}

/** What one assignment hands out, as it lies on the disk. */
export interface HandedOut {
  readonly folder: string;
  readonly manifest: Manifest;
}

const isForStudents = (name: string, languages: readonly Language[]): boolean =>
  name === 'assignment.json' ||
  name.startsWith('src/') ||
  name.startsWith('pictures/') ||
  languages.some((language) => new RegExp(`^(?:statement|hints|messages)\\.${language}\\.(?:md|json)$`).test(name));

function assignmentFiles({ folder, manifest }: HandedOut, languages: readonly Language[]): HandoutFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .filter((name) => isForStudents(name, languages))
    .sort()
    .map((name) => ({
      name: `assignments/${manifest.id}/${name}`,
      content: readFileSync(path.join(folder, name)),
      role: !name.startsWith('src/') || manifest.provided.includes(name.slice('src/'.length)) ? 'fixed' : 'stub',
    }));
}

const workflowFiles = ({ handed, languages: [first] }: Edition): readonly HandoutFile[] => {
  const manifests = handed.map(({ manifest }) => manifest);
  return [
    {
      name: '.github/workflows/classroom.yml',
      content: classroomWorkflow(manifests, first, messagesIn(first).handout),
      role: 'fixed',
    },
    { name: '.github/classroom/autograding.json', content: autogradingTests(manifests, first), role: 'fixed' },
  ];
};

const digestsOf = (files: readonly HandoutFile[]): Handout['files'] =>
  Object.fromEntries(files.map(({ name, content }) => [name, digestOf(content)]));

/** Everything that a handout consists of, `handout.json` last. */
export function handoutFiles(edition: Edition): readonly HandoutFile[] {
  const { handed, languages, grader, version, hasWorkflow } = edition;
  const files: HandoutFile[] = [
    ...readmeFiles(handed, languages),
    ...projectFiles(edition),
    ...(hasWorkflow ? workflowFiles(edition) : []),
    { name: 'nabla.mjs', content: grader, role: 'fixed', isExecutable: true },
    ...handed.flatMap((one) => assignmentFiles(one, languages)),
  ];
  const handout: Handout = {
    formatVersion: 1,
    nabla: version,
    assignments: handed.map(({ manifest }) => manifest.id),
    languages,
    workflow: hasWorkflow,
    files: digestsOf(files.filter(({ role }) => role === 'fixed')),
    given: digestsOf(files.filter(({ role }) => role !== 'fixed')),
  };
  return [...files, { name: handoutFile, content: handoutText(handout), role: 'given' }];
}
