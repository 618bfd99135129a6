import { describe, expect, test } from 'vitest';
import { drawInputs } from '../../grader/check/check-law.ts';
import { lawSeed } from '../../grader/check/seeds.ts';
import { localAnswer } from '../../grader/diagnose/local-answer.ts';
import { type Law, mutants } from '../../grader/kit.ts';
import type { Candidate } from '../../grader/verify/trial.ts';
import { tryAnswers } from '../../grader/verify/try-answers.ts';
import { double, tinyAssignment } from './tiny.ts';

const [large] = mutants(double, { 'wrong-when-large': { where: (x) => x > 50, answer: (x) => x } });

/** The laws that stop it, and all that it is asked for. */
function triedBeside(...others: readonly Candidate[]): { readonly laws: unknown; readonly asked: readonly number[] } {
  const { manifest, grading } = tinyAssignment();
  const asked: number[] = [];
  const answer = (x: never): unknown => {
    asked.push(x);
    return large?.answer(x);
  };
  const trials = tryAnswers(manifest.id, grading.laws, [...others, { ...large!, answer, role: 'mutant' }], {
    seeds: [1],
  });
  return { laws: trials.at(-1)?.stops[0]?.map(({ law: { id } }) => id), asked };
}

describe('a wrong answer that says where it departs from the right one', () => {
  test('is the right answer elsewhere', () => {
    expect([3, 60].map((x) => large?.answer(x as never))).toEqual([6, 60]);
  });

  test('is asked there alone, and stopped there', () => {
    const { laws, asked } = triedBeside({ id: 'reference', task: double.id, answer: double.answer, role: 'reference' });
    expect(laws).toEqual(['doubles-far']);
    expect(asked.length).toBeGreaterThan(0);
    expect(Math.min(...asked)).toBeGreaterThan(50);
  });

  test('is asked for everything where no reference has answered, and found out, too', () => {
    const { laws, asked } = triedBeside();
    expect(laws).toEqual(['doubles-far']);
    expect(Math.min(...asked)).toBeLessThanOrEqual(50);
  });
});

describe('the reference', () => {
  /** How often it is asked at one seed, and at two, where the sandbox has so many of its answers to each law at the first. */
  function asked(answered: number): readonly number[] {
    const { manifest, grading } = tinyAssignment();
    const laws = grading.laws.filter(({ task }) => task === double.id);
    const answersTo = (law: Law) =>
      drawInputs(law, lawSeed(1, manifest.id, law)).map(({ calls }) =>
        calls.map((args) => localAnswer(double.answer, args)),
      );
    const right = new Map(laws.map((law) => [law, answersTo(law).slice(0, answered)]));
    return [[1], [1, 2]].map((seeds) => {
      let count = 0;
      const answer = (x: never): unknown => {
        count += 1;
        return double.answer(x);
      };
      const reference: Candidate = { id: 'reference', task: double.id, answer, role: 'reference' };
      const trials = tryAnswers(manifest.id, laws, [reference, { ...large!, role: 'mutant' }], { seeds, right });
      expect(trials.map(({ stops }) => stops.map((row) => row.map(({ law: { id } }) => id)))).toEqual([
        seeds.map(() => []),
        seeds.map(() => ['doubles-far']),
      ]);
      return count;
    });
  }

  test('is not asked again at the seed at which the sandbox has shown that it passes', () => {
    const [first = 0, both = 0] = asked(0);
    expect(first).toBeGreaterThan(0);
    expect(asked(Number.POSITIVE_INFINITY)).toEqual([0, both - first]);
  });

  test('is asked where the sandbox has not come to the end of a law', () => {
    expect(asked(5)).toEqual(asked(0));
  });
});
