import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diagnostics } from '../../grader/diagnose/diagnose.ts';
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
const { namesOf, ownAnswersOf } = diagnostics(asTask, laws, known);
const namesFor = (answer: (x: number) => number): readonly string[] => namesOf(ownAnswersOf(answer));

describe('a mistake in one branch', () => {
  test('is known by the answers that are wrong, all of which it explains', () => {
    expect(namesFor((x) => (x > 0 ? x ** 3 : signed.answer(x)))).toEqual(['cubed']);
  });

  test('is not recognized where one of the wrong answers is something else', () => {
    expect(namesFor((x) => (x > 0 ? x ** 3 : x === 0 ? 1 : x))).toEqual([]);
  });

  test('is not recognized by a few answers', () => {
    expect(namesFor((x) => (x === 7 ? x ** 3 : signed.answer(x)))).toEqual([]);
  });

  test('names all mistakes that explain it', () => {
    const twice = misconceptions(signed, { cubed: (x) => x ** 3, 'cubed-if-positive': (x) => (x > 0 ? x ** 3 : 0) });
    const ofTwo = diagnostics(asTask, laws, twice);
    const answered = ofTwo.ownAnswersOf((x: number) => (x > 0 ? x ** 3 : signed.answer(x)));
    expect(ofTwo.namesOf(answered)).toEqual(['cubed', 'cubed-if-positive']);
  });
});

test('a right answer is taken for no mistake, and a whole mistake for itself', () => {
  expect(namesFor(signed.answer)).toEqual([]);
  expect(namesFor((x) => x ** 3)).toEqual(['cubed']);
});
