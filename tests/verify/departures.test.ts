import { describe, expect, test } from 'vitest';
import { mutants } from '../../grader/contract.ts';
import { type Candidate, tryAnswers } from '../../grader/verify/trial.ts';
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
  const trials = tryAnswers(
    manifest.id,
    grading.laws,
    [...others, { ...large!, answer, role: 'mutant' }],
    [1],
    () => {},
  );
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
