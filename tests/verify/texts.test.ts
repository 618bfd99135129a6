import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { found, inFolder, removed, replaced, withManifest } from './text-problems.ts';
import { rewrite, withGrading, withProof } from './tiny.ts';

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

  test('in a file whose name is misspelt', () => {
    const misspelt = withManifest(({ tasks: [first, second] }) => ({
      tasks: [{ ...first!, file: 'duble.ts' }, second!],
    }));
    expect(found(misspelt)).toContain('misnamed src/ duble.ts double.ts');
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
    ['without points', replaced('statement.ru.md', 'Баллы: 40.', ''), 'statement-points statement.ru.md negate 40 ∅'],
    [
      'whose heading has the arguments in another order',
      inFolder((tiny) => {
        rewrite(tiny, 'statement.en.md', (text) => `${text}\n## \`double(x, y)\`\n`);
      }),
      'statement-call statement.en.md:8 double x, y x',
    ],
    [
      'whose heading misspells a task',
      replaced('statement.en.md', /$/, '\n## `duoble(x)`\n'),
      'misnamed statement.en.md double duoble',
    ],
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
    [
      'whose task is misspelt',
      replaced('hints.en.md', '## double', '## duoble'),
      'misnamed hints.en.md ## double ## duoble',
    ],
    [
      'with a formula that a terminal cannot show',
      replaced('hints.en.md', 'A nudge.', 'As $\\underbrace{x}$.'),
      'formula-unshown hints.en.md:4 \\underbrace',
    ],
    [
      'whose second has a formula of the statement',
      inFolder((tiny) => {
        rewrite(tiny, 'statement.en.md', (text) => `${text}\n$$y = \\bigl(\\frac{2x}{1}\\bigr)$$\n`);
        rewrite(tiny, 'hints.en.md', (text) => text.replace('A formula.', 'As $y = (\\frac{2x}{1})$.'));
      }),
      'hint-repeats hints.en.md double y=(\\frac{2x}{1})',
    ],
    [
      'that hold the expression',
      replaced('hints.ru.md', 'An example.', 'Just `x + x`.'),
      'hint-solves hints.ru.md double x + x',
    ],
    [
      'that hold it as a formula',
      replaced('hints.en.md', 'A formula.', 'It is $y = 2 \\cdot x$.'),
      'hint-solves hints.en.md double 2 * x',
    ],
    [
      'that hold the body of the function',
      replaced('hints.en.md', 'An example.', '```ts\nconst two = 2;\nreturn two * x;\n```'),
      'hint-solves hints.en.md double const two = 2;\nreturn two * x;\n',
    ],
    [
      'that hold the function',
      replaced('hints.en.md', /An example\.(?![\s\S]*An example)/, 'Just `(v) => v.map((x) => -x)`.'),
      'hint-solves hints.en.md negate (v) => v.map((x) => -x)',
    ],
    [
      'where a value is not what its expression gives',
      replaced('hints.en.md', 'An example.', '```ts\nconst x = 3;\ndouble(x)\n// → 7\n```'),
      'worked-value hints.en.md double(x) 7 6',
    ],
    [
      'where a value stands beside its expression',
      replaced('hints.en.md', 'An example.', '```ts\ndouble(3) // → 7\n```'),
      'worked-unread hints.en.md // → 7',
    ],
    [
      'where a value stands in a block of another kind',
      replaced('hints.en.md', 'An example.', '```\ndouble(3)\n// → 7\n```'),
      'worked-unread hints.en.md // → 7',
    ],
    [
      'where an expression does not run',
      replaced('hints.en.md', 'An example.', '```ts\ntriple(3)\n// → 9\n```'),
      'worked-throws hints.en.md triple(3) triple is not defined',
    ],
    [
      'where a sum comes to something else',
      replaced('hints.en.md', 'An example.', 'Then $2 \\cdot 0.5 + 1 = 2.1$.'),
      'wrong-sum hints.en.md 2 · 0.5 + 1 = 2.1 2',
    ],
  ])('%s', (_, change, problem) => {
    expect(found(change)).toEqual([problem]);
  });
});

test('hints may call the function, show a part of it, or what is nearly right', () => {
  const examples = ['```ts\ndouble(2)\n// → 4\n```', '`2 * x + 1`', '`x`', '$y = x$', '`Math.max(0, 2 * x)`'];
  expect(found(replaced('hints.en.md', 'An example.', examples.join('\n\n')))).toEqual([]);
});

describe('messages are refused', () => {
  test.each([
    ['that are not there', removed('messages.ru.json'), 'no-file messages.ru.md'],
    [
      'without a law',
      replaced('messages.ru.json', '"negates":"The other sign."', '"doubled":""'),
      /^bad-file messages\.ru/,
    ],
    [
      'with words for another law',
      replaced('messages.ru.json', '"negates"', '"negated"'),
      'misnamed messages.ru.json laws.negates laws.negated',
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
