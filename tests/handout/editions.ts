import { digestOf } from '../../grader/handout/digests.ts';
import { handoutFiles } from '../../grader/handout/files.ts';
import type { HandoutFile } from '../../grader/handout/handed-out.ts';
import { readManifest } from '../../grader/load/assignment/manifest.ts';

export const assignment = 'assignments/01-backpropagation';
export const statement = `${assignment}/statement.en.md`;
export const stub = `${assignment}/src/sigmoid.ts`;

export const first = handoutFiles({
  handed: [{ folder: assignment, manifest: readManifest(assignment) }],
  languages: ['en', 'ru'],
  grader: '// the first grader\n',
  version: '1.0.0',
  hasWorkflow: true,
});
export const firstLine = String(first.find(({ name }) => name === statement)?.content).split('\n')[0] ?? '';

/** The next edition: another title in the statement, another grader, a picture more. */
export const correction = 'Corrected in November.';
const second = handoutFiles({
  handed: [{ folder: assignment, manifest: readManifest(assignment) }],
  languages: ['en', 'ru'],
  grader: '// the second grader\n',
  version: '1.1.0',
  hasWorkflow: true,
});
/** An edition whose `handout.json` has the digests of what its files now hold. */
export const remade = (files: readonly HandoutFile[]): readonly HandoutFile[] => {
  const digests = (isFixed: boolean) =>
    Object.fromEntries(
      files
        .filter(({ name, role }) => name !== 'handout.json' && (role === 'fixed') === isFixed)
        .map(({ name, content }) => [name, digestOf(content)]),
    );
  return files.map((file) => {
    if (file.name !== 'handout.json') return file;
    const handout = { ...JSON.parse(String(file.content)), files: digests(true), given: digests(false) };
    return { ...file, content: `${JSON.stringify(handout, null, 2)}\n` };
  });
};

export const corrected = remade([
  ...second
    .slice(0, -1)
    .map((file) =>
      file.name === statement
        ? { ...file, content: String(file.content).replace(firstLine, `${firstLine} ${correction}`) }
        : file,
    ),
  { name: `${assignment}/pictures/new.svg`, content: '<svg/>\n', role: 'fixed' },
  ...second.slice(-1),
]);
