import { describe, expect, test } from 'vitest';
import { mutants } from '../../grader/contract.ts';
import { tryAnswers } from '../../grader/verify/trial.ts';
import { double, tinyAssignment } from './tiny.ts';

describe('a wrong answer that says where it departs from the right one', () => {
  const asked: number[] = [];
  const large = mutants(double, {
    'wrong-when-large': {
      where: (x) => x > 50,
      answer: (x) => {
        asked.push(x);
        return x;
      },
    },
  });

  test('is the right answer elsewhere', () => {
    const answers = large.map(({ answer }) => [3, 60].map((x) => answer(...([x] as never[]))));
    expect(answers).toEqual([[6, 60]]);
  });

  test('is asked there alone, and stopped there', () => {
    const { manifest, grading } = tinyAssignment();
    asked.length = 0;
    const reference = { id: 'reference', task: double.id, answer: double.answer, role: 'reference' as const };
    const candidates = [reference, ...large.map((one) => ({ ...one, role: 'mutant' as const }))];
    const [, trial] = tryAnswers(manifest.id, grading.laws, candidates, [1], () => {});
    expect(trial?.stops[0]?.map(({ law: { id } }) => id)).toEqual(['doubles-far']);
    expect(asked.length).toBeGreaterThan(0);
    expect(Math.min(...asked)).toBeGreaterThan(50);
  });

  test('is found out without the reference beside it, too', () => {
    const { manifest, grading } = tinyAssignment();
    const candidates = large.map((one) => ({ ...one, role: 'mutant' as const }));
    const [trial] = tryAnswers(manifest.id, grading.laws, candidates, [1], () => {});
    expect(trial?.stops[0]?.map(({ law: { id } }) => id)).toEqual(['doubles-far']);
  });
});
