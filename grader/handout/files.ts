import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { messagesIn } from '../catalogue/catalogue.ts';
import type { Language } from '../load/assignment/manifest.ts';
import { spokenBy } from '../load/spoken-file.ts';
import { autogradingTests } from './classroom/autograding-tests.ts';
import { classroomWorkflow } from './classroom/classroom-workflow.ts';
import { digestOf, type Handout, handoutFile, handoutText } from './digests.ts';
import type { Edition, HandedOut, HandoutFile } from './handed-out.ts';
import { predictionsOf } from './predictions.ts';
import { projectFiles } from './project-files.ts';
import { readmeFiles } from './readme.ts';

const isForStudents = (name: string, languages: readonly Language[]): boolean =>
  name === 'assignment.json' ||
  name.startsWith('src/') ||
  name.startsWith('pictures/') ||
  languages.some((language) => new RegExp(`^(?:statement|hints|messages)\\.${language}\\.(?:md|json)$`).test(name));

function assignmentFiles({ folder, manifest }: HandedOut, languages: readonly Language[]): HandoutFile[] {
  const spoken = spokenBy(manifest, languages);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .filter((name) => isForStudents(name, spoken))
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
  const { handed, languages, grader, version, hasWorkflow, pages = [] } = edition;
  const files: HandoutFile[] = [
    ...readmeFiles(handed, languages, pages.length > 0),
    ...projectFiles(edition),
    ...(hasWorkflow ? workflowFiles(edition) : []),
    { name: 'nabla.mjs', content: grader, role: 'fixed', isExecutable: true },
    ...handed.flatMap((one) => assignmentFiles(one, languages)),
    ...pages,
    ...handed.map(({ manifest }) => predictionsOf(manifest, messagesIn(languages[0]))),
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
