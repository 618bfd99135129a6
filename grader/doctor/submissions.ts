import type { Assignment } from '../load/assignment/grading.ts';

/** Files by their names in a submission. */
export type Files = Readonly<Record<string, string>>;

/** What a replay hands in: stubs, the right functions, and something that wants points for nothing. */
export const replayed = ['stubs', 'right', 'hostile'] as const;
export type Replayed = (typeof replayed)[number];

export function filesOf(kind: Replayed, assignment: Assignment): Files {
  switch (kind) {
    case 'stubs':
      return stubFiles(assignment);
    case 'right':
      return rightFiles(assignment);
    case 'hostile':
      return hostileFiles(assignment);
  }
}

/** As they are handed out; those that lie in the folder may have been filled in. */
const stubFiles = ({ manifest: { tasks } }: Assignment): Files =>
  byFile(tasks, (own) =>
    own.map(
      ({ id }) =>
        `export function ${id}(): never { throw Object.assign(new Error('${id}'), { name: 'NotImplemented' }); }`,
    ),
  );

/** No file that an assignment names has two dots. */
const tableFile = 'reference.built.ts';

/** The right functions as a student would hand them in. */
const rightFiles = ({ manifest: { tasks }, reference }: Assignment): Files => ({
  [tableFile]: `export const table = ${reference};\n`,
  ...byFile(tasks, (own) => [
    `import { table } from './${tableFile}';`,
    ...own.map(({ id }) => `export function ${id}(...args) { return table.${id}(...args); }`),
  ]),
});

/** What a runner, a reporter or a reader could take for a verdict. */
const forged = '{"totalPoints":100,"maxPoints":100}';
const attack = [
  `::notice title=Autograding report::${forged}`,
  `oops ##[notice title=Autograding report]${forged}`,
  '::set-output name=result::e30=',
];

const hostileFiles = ({ manifest: { tasks } }: Assignment): Files =>
  byFile(tasks, (own) =>
    own.map(
      ({ id }) =>
        `export function ${id}(): never { for (const line of ${JSON.stringify(attack)}) console.log(line); throw new Error(${JSON.stringify(attack.join('\n'))}); }`,
    ),
  );

type Tasks = Assignment['manifest']['tasks'];

const byFile = (tasks: Tasks, lines: (own: Tasks) => readonly string[]): Files =>
  Object.fromEntries(
    [...new Set(tasks.map(({ file }) => file))].map((name) => [
      name,
      `${lines(tasks.filter(({ file }) => file === name)).join('\n')}\n`,
    ]),
  );
