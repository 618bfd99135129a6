import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import renderEnglish from '../../templates/handout/README.en.md.hbs';
import renderRussian from '../../templates/handout/README.ru.md.hbs';
import type { Language, Manifest } from '../load/manifest.ts';
import { autogradingTests } from './autograding-tests.ts';
import { classroomWorkflow } from './classroom-workflow.ts';
import { digestOf, type Handout, handoutFile } from './digests.ts';

/** A file of a handout: its path from the root with `/`, its content, and whether a change of it is seen. */
export interface HandoutFile {
  readonly name: string;
  readonly content: string | Buffer;
  readonly isFixed: boolean;
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
      isFixed: !name.startsWith('src/') || manifest.provided.includes(name.slice('src/'.length)),
    }));
}

const readmes: Readonly<Record<Language, typeof renderEnglish>> = { en: renderEnglish, ru: renderRussian };
const readmeName = (language: Language, first: Language): string =>
  language === first ? 'README.md' : `README.${language}.md`;

function readmeFiles(handed: readonly HandedOut[], languages: readonly Language[]): HandoutFile[] {
  const [first = 'en'] = languages;
  return languages.map((language) => {
    const assignments = handed.map(({ manifest: { id, title } }) => ({
      title: title[language] ?? id,
      statement: `assignments/${id}/statement.${language}.md`,
      folder: `assignments/${id}/src`,
    }));
    const [example] = handed.flatMap(({ manifest }) => manifest.tasks.map((task) => [manifest.id, task.id] as const));
    const other = languages.find((name) => name !== language);
    const context = {
      title: assignments.map(({ title }) => title).join(' · '),
      assignments,
      other: other === undefined ? '' : readmeName(other, first),
      example: example?.join('/') ?? '',
      exampleTask: example?.[1] ?? '',
    };
    const content = `${readmes[language](context, { helpers: {} })
      .replace(/\n{3,}/g, '\n\n')
      .trimEnd()}\n`;
    return { name: readmeName(language, first), content, isFixed: false };
  });
}

/**
 * The first language is what reports come in. English is left to the environment, which asks for Russian where it is
 * Russian; the other way round it does not work: Windows says nothing of a language.
 */
const languageOption = ([first]: readonly Language[]): string =>
  first === undefined || first === 'en' ? '' : ` --lang ${first}`;

const packageJson = (handed: readonly HandedOut[], languages: readonly Language[], version: string): string => {
  const { id } = handed[0]?.manifest ?? { id: 'assignments' };
  const option = languageOption(languages);
  return `${JSON.stringify(
    {
      name: handed.length === 1 ? id : 'assignments',
      version,
      private: true,
      type: 'module',
      engines: { node: '>=20.19' },
      scripts: {
        check: `node nabla.mjs check${option}`,
        watch: `node nabla.mjs check --watch${option}`,
        hint: `node nabla.mjs hint${option}`,
      },
    },
    null,
    2,
  )}\n`;
};

/** For the editor alone, which then knows the types; nothing is compiled with it. */
const tsconfig = `${JSON.stringify(
  {
    compilerOptions: {
      target: 'ES2023',
      lib: ['ES2023'],
      module: 'ESNext',
      moduleResolution: 'bundler',
      allowImportingTsExtensions: true,
      strict: true,
      noEmit: true,
      types: [],
    },
    include: ['assignments'],
  },
  null,
  2,
)}\n`;

const settings = `${JSON.stringify({ 'files.eol': '\n', 'editor.formatOnSave': false, 'editor.tabSize': 2 }, null, 2)}\n`;

/** Everything that a handout consists of, `handout.json` last. */
export function handoutFiles(
  handed: readonly HandedOut[],
  languages: readonly Language[],
  grader: string,
  version: string,
): readonly HandoutFile[] {
  const files: HandoutFile[] = [
    ...readmeFiles(handed, languages),
    { name: 'package.json', content: packageJson(handed, languages, version), isFixed: true },
    { name: 'tsconfig.json', content: tsconfig, isFixed: false },
    { name: '.gitignore', content: 'node_modules\nreports/\n.nabla/\n', isFixed: false },
    { name: '.gitattributes', content: '* text=auto eol=lf\n', isFixed: false },
    { name: '.vscode/settings.json', content: settings, isFixed: false },
    {
      name: '.github/workflows/classroom.yml',
      content: classroomWorkflow(handed.map(({ manifest }) => manifest)),
      isFixed: true,
    },
    {
      name: '.github/classroom/autograding.json',
      content: autogradingTests(handed.map(({ manifest }) => manifest)),
      isFixed: true,
    },
    { name: 'nabla.mjs', content: grader, isFixed: true },
    ...handed.flatMap((one) => assignmentFiles(one, languages)),
  ];
  const handout: Handout = {
    formatVersion: 1,
    nabla: version,
    assignments: handed.map(({ manifest }) => manifest.id),
    files: Object.fromEntries(
      files.filter(({ isFixed }) => isFixed).map(({ name, content }) => [name, digestOf(content)]),
    ),
  };
  return [...files, { name: handoutFile, content: `${JSON.stringify(handout, null, 2)}\n`, isFixed: false }];
}
