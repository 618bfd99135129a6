import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diagnostics } from '../../grader/diagnose/diagnose.ts';
import { localAnswer } from '../../grader/diagnose/local-answer.ts';
import { isRightIn, rowsOf } from '../../grader/diagnose/names/evidence.ts';
import { equals, misconceptions, number, type Task, task } from '../../grader/kit.ts';

/** x², except that a negative x gives −x². */
const signed = task<[x: number], number>('signed', ['x'], number, (x) => Math.sign(x) * x ** 2);
const asTask = signed as unknown as Task;
const laws = [
  equals('signed', signed, {
    inputs: fc.tuple(fc.integer({ min: -50, max: 50 })),
    expected: signed.answer,
    probes: true,
  }),
];
const known = misconceptions(signed, {
  doubled: (x) => 2 * signed.answer(x),
  cubed: (x) => x ** 3,
  'nothing-but-the-size': (x) => Math.abs(x),
});
const rowsOfTask = (answer: (x: number) => number) =>
  rowsOf(
    asTask,
    Array.from({ length: 101 }, (_, i) => [i - 50] as const).map((args) => ({
      args,
      outcome: localAnswer(answer, args),
    })),
    isRightIn(),
  );
const namedAs = (answer: (x: number) => number, all = known) => {
  const of = diagnostics(asTask, laws, all);
  return of.namesOf({ answered: of.ownAnswersOf(answer), rows: rowsOfTask(answer) });
};

describe('a mistake', () => {
  test('is named where it answers all that was asked as the student does, right answers included', () => {
    expect(namedAs((x) => x ** 3)).toMatchObject({ ids: ['cubed'], agrees: 'everywhere' });
  });

  test('is named in weaker words where it explains the wrong answers alone', () => {
    expect(namedAs((x) => (x > 0 ? x ** 3 : signed.answer(x)))).toMatchObject({
      ids: ['cubed'],
      agrees: 'where-wrong',
    });
  });

  test('is named in weaker words where it explains all answers that have numbers', () => {
    expect(namedAs((x) => (x === 7 ? Number.NaN : x ** 3))).toMatchObject({ ids: ['cubed'], agrees: 'with-numbers' });
  });

  test('is named in weaker words where it explains all answers but for a small number', () => {
    expect(namedAs((x) => x ** 3 + 1e-7)).toMatchObject({ ids: ['cubed'], agrees: 'nearly' });
  });

  test('is not named where one of the wrong answers is something else', () => {
    expect(namedAs((x) => (x > 0 ? x ** 3 : x === 0 ? 1 : x))).toBeUndefined();
  });

  test('is not named by a few answers, or by one that is the same everywhere', () => {
    expect(namedAs((x) => (x === 7 ? x ** 3 : signed.answer(x)))).toBeUndefined();
    const zeros = misconceptions(signed, { zero: () => 0 });
    expect(namedAs((x) => (x > 0 ? 0 : signed.answer(x)), zeros)).toBeUndefined();
  });

  test('is not named where a single call, asked beside the probes, is answered otherwise', () => {
    const of = diagnostics(asTask, laws, known);
    const rows = rowsOf(asTask, [{ args: [0.5], outcome: localAnswer(() => 1, [0.5]) }], isRightIn());
    const seen = { answered: of.ownAnswersOf((x: number) => x ** 3), rows };
    expect(of.namesOf(seen)?.agrees).not.toBe('everywhere');
  });

  test('is named beside all others that explain the same', () => {
    const twice = misconceptions(signed, { cubed: (x) => x ** 3, 'cubed-if-positive': (x) => (x > 0 ? x ** 3 : 0) });
    const named = namedAs((x) => (x > 0 ? x ** 3 : signed.answer(x)), twice);
    expect(named?.ids).toEqual(['cubed', 'cubed-if-positive']);
  });
});

test('a right answer is taken for no mistake', () => {
  expect(namedAs(signed.answer)).toBeUndefined();
});

describe('two mistakes at once', () => {
  const mixture = (answer: (x: number) => number) =>
    diagnostics(asTask, laws, known)
      .mixtureOf(rowsOfTask(answer))
      ?.map(({ id }) => id);

  test('are known where here the one explains the answer and there the other', () => {
    expect(mixture((x) => (x > 10 ? x ** 3 : 2 * signed.answer(x)))).toEqual(['doubled', 'cubed']);
  });

  test('are known where both are in every number, as factors', () => {
    expect(mixture((x) => 2 * x ** 3)).toEqual(['doubled', 'cubed']);
  });

  test('are not known where one alone explains all, or something else is there', () => {
    expect(mixture((x) => x ** 3)).toBeUndefined();
    expect(mixture((x) => (x > 10 ? x ** 3 : x < -10 ? 17 : 2 * signed.answer(x)))).toBeUndefined();
    expect(mixture(signed.answer)).toBeUndefined();
  });

  test('are not known where the second explains no more than chance does at a border', () => {
    expect(mixture((x) => (x > 46 ? x ** 3 : 2 * signed.answer(x)))).toBeUndefined();
  });
});

describe('a mistake that explains nearly all wrong answers', () => {
  const mostly = (answer: (x: number) => number) => diagnostics(asTask, laws, known).mostlyOf(rowsOfTask(answer));

  test('is told with their number', () => {
    const expected = { id: 'mostly-one-mistake', values: { count: '99', of: '100' }, mistakes: { first: 'doubled' } };
    expect(mostly((x) => (x === 7 ? 17 : 2 * signed.answer(x)))).toEqual(expected);
  });

  test('is told to be all that is wrong where nothing else is, and answers are right elsewhere', () => {
    const found = mostly((x) => (x > 30 ? 2 * signed.answer(x) : signed.answer(x)));
    expect(found).toMatchObject({ id: 'only-one-mistake', mistakes: { first: 'doubled' } });
  });

  test('is not told where it explains too few, or of a right answer', () => {
    expect(mostly((x) => (x > 30 ? 17 : 2 * signed.answer(x)))).toBeUndefined();
    expect(mostly(signed.answer)).toBeUndefined();
  });
});
