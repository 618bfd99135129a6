import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ProvableAssignment } from '../../grader/load/grading.ts';
import type { Manifest } from '../../grader/load/manifest.ts';
import { textsPoint } from '../../grader/verify/point-texts.ts';
import type { Problem } from '../../grader/verify/verification.ts';
import { rewrite, tinyAssignment, withGrading, withProof } from './tiny.ts';

/** What is found in the tiny assignment after a change. */
const found = (change: (tiny: ProvableAssignment) => ProvableAssignment): readonly string[] => {
  const { problems } = textsPoint(change(tinyAssignment()));
  return problems.map(({ code, where, values }: Problem) => [code, where, ...Object.values(values)].join(' '));
};

/** A change of the files, which leaves the assignment itself as it is. */
const inFolder =
  (change: (tiny: ProvableAssignment) => void) =>
  (tiny: ProvableAssignment): ProvableAssignment => {
    change(tiny);
    return tiny;
  };

const replaced = (file: string, from: string | RegExp, to: string) =>
  inFolder((tiny) =>
    rewrite(tiny, file, (text) => {
      const changed = text.replace(from, to);
      if (changed === text) throw new Error(`nothing of ${file} was changed`);
      return changed;
    }),
  );

const removed = (file: string) => inFolder(({ folder }) => rmSync(path.join(folder, file)));

const withManifest = (change: (manifest: Manifest) => Partial<Manifest>) => (tiny: ProvableAssignment) => ({
  ...tiny,
  manifest: { ...tiny.manifest, ...change(tiny.manifest) },
});

test('texts that agree have no problems', () => {
  expect(found((tiny) => tiny)).toEqual([]);
});

describe('the manifest is refused', () => {
  test.each([
    [
      'whose points do not add up',
      withManifest(({ tasks }) => ({ tasks: tasks.map((task) => ({ ...task, points: 60 })) })),
      'points-sum assignment.json 120 100',
    ],
    [
      'that has a task without a reference',
      withManifest(({ tasks }) => ({ tasks: [...tasks, { ...tasks[0]!, id: 'third', points: 0 }] })),
      'unknown-task third',
    ],
    ['that is in one language', withManifest(() => ({ languages: ['en'] })), 'no-language assignment.json ru'],
    ['without a title', withManifest(() => ({ title: { ru: 'Малое' } })), 'no-language assignment.json en'],
  ] as const)('%s', (_, change, problem) => {
    expect(found(change)).toContain(problem);
  });

  test('with tasks that only the code knows', () => {
    const problems = found(withManifest(({ tasks }) => ({ tasks: [{ ...tasks[0]!, points: 100 }] })));
    expect(problems).toContain('unknown-task negate/reference');
    expect(problems).toContain('unknown-task negate/negates');
    expect(problems).toContain('unknown-task negate/negate-absolute');
    expect(problems).toContain('unknown-task negate/loop');
  });

  test('with an id that is there twice', () => {
    expect(
      found((tiny) =>
        withGrading(tiny, {
          misconceptions: tiny.grading.misconceptions.slice(0, 1).concat(tiny.grading.misconceptions),
        }),
      ),
    ).toContain('id-twice double-halves');
    expect(found((tiny) => withProof(tiny, { mutants: [...tiny.proof!.mutants, ...tiny.proof!.mutants] }))).toContain(
      'id-twice double/forgetful',
    );
  });
});

describe('a stub is refused', () => {
  test.each([
    ['that is not there', removed('src/double.ts'), 'no-file src/double.ts'],
    ['that does not throw', replaced('src/double.ts', /throw .*/, 'return 0;'), 'no-stub src/double.ts double'],
    ['that names another task', replaced('src/double.ts', "('double')", "('triple')"), 'no-stub src/double.ts double'],
    ['that is not exported', replaced('src/double.ts', 'export function', 'function'), 'no-stub src/double.ts double'],
    [
      'whose parameters have other names',
      replaced('src/double.ts', 'x: number', 'x: { a: number, b: number }, y?: number'),
      'stub-parameters src/double.ts double x, y x',
    ],
  ])('%s', (_, change, problem) => {
    expect(found(change)).toEqual([problem]);
  });

  test('in a file that the manifest does not name', () => {
    const add = inFolder(({ folder }) => writeFileSync(path.join(folder, 'src/solution.ts'), ''));
    expect(found(add)).toEqual(['stray-file src/solution.ts']);
  });
});

describe('a statement is refused', () => {
  test.each([
    ['that is not there', removed('statement.ru.md'), 'no-file statement.ru.md'],
    ['without a file', replaced('statement.ru.md', 'vectors.ts', ''), 'statement-without statement.ru.md vectors.ts'],
    ['without a task', replaced('statement.en.md', '`double`', ''), 'statement-without statement.en.md double'],
    [
      'with other points in a heading',
      replaced('statement.en.md', '60 points', '50 points'),
      'statement-points statement.en.md double 60 50',
    ],
    [
      'with other points in a table',
      replaced('statement.en.md', '| 40 |', '| 4 |'),
      'statement-points statement.en.md negate 40 4',
    ],
    ['without points', replaced('statement.ru.md', 'Баллы: 40.', ''), 'statement-points statement.ru.md negate 40 '],
    [
      'that says one thing here and another there',
      replaced('statement.en.md', '| vectors.ts', '| double.ts | `double` | 70 |\n| vectors.ts'),
      'statement-points statement.en.md double 60 60, 70',
    ],
  ])('%s', (_, change, problem) => {
    expect(found(change)).toEqual([problem]);
  });
});

describe('hints are refused', () => {
  test.each([
    ['that are not there', removed('hints.ru.md'), 'no-file hints.ru.md'],
    ['where a task has none', replaced('hints.ru.md', /## negate[\s\S]*/, ''), 'no-hints hints.ru.md negate'],
    [
      'where one is missing in Russian',
      replaced('hints.ru.md', /### 3\n.*\n\n## negate/, '\n## negate'),
      'hint-levels hints.ru.md double 1, 2',
    ],
    ['where one is empty', replaced('hints.en.md', 'A formula.', ''), 'hint-levels hints.en.md double 1, 2 ∅, 3'],
    [
      'where a fourth is there',
      replaced('hints.en.md', /$/, '\n### 4\nThe code.\n'),
      'hint-levels hints.en.md negate 1, 2, 3, 4',
    ],
    ['of no task', replaced('hints.en.md', /$/, '\n## triple\n'), 'stray-hints hints.en.md triple'],
  ])('%s', (_, change, problem) => {
    expect(found(change)).toEqual([problem]);
  });
});

describe('messages are refused', () => {
  test.each([
    ['that are not there', removed('messages.ru.json'), 'no-file messages.ru.json'],
    [
      'without a law',
      replaced('messages.ru.json', '"negates":"The other sign."', '"doubled":""'),
      /^bad-file messages\.ru/,
    ],
    [
      'with words for another law',
      replaced('messages.ru.json', '"negates"', '"negated"'),
      'no-words messages.ru.json laws.negates',
    ],
    [
      'with words for no misconception',
      replaced('messages.en.json', '"misconceptions":{', '"misconceptions":{"none":{"title":"a","explanation":"b"},'),
      'stray-words messages.en.json misconceptions.none',
    ],
    [
      'with other placeholders in another language',
      replaced('messages.ru.json', 'Twice {x}.', 'Дважды {y}.'),
      'placeholders-differ messages.ru.json laws.doubles {x} {y}',
    ],
  ])('%s', (_, change, problem) => {
    expect(found(change)).toContainEqual(typeof problem === 'string' ? problem : expect.stringMatching(problem));
  });

  test('but not for the braces of a formula', () => {
    expect(found(replaced('messages.ru.json', 'x^{2}', 'x^{3}'))).toEqual([]);
  });
});
