import type { Law } from '../../kit.ts';
import type { Trial } from '../trial.ts';
import { type Point, problem } from '../verification.ts';

/** The chance that a report on a right submission contains a failure stays below this, by derivation. */
const alphaBudget = 1e-9;

/** Room for the rounding of a sum of shares. */
const rounding = 1 + 1e-9;

/**
 * 7. No right answer, the reference or another, fails at any of N seeds. Then the chance of a report with a false
 * failure is below p with 95 % confidence, 0.95 = 1 − (1 − p)^N, about 3/N; and by derivation at most the sum of what every
 * law may err on each of its inputs.
 */
export function falseFailsPoint(laws: readonly Law[], right: readonly Trial[], seeds: readonly number[]): Point {
  const failing = seeds.filter((_, row) => right.some(({ stops }) => stops[row]!.length > 0));
  const alpha = laws.reduce((sum, law) => sum + law.alpha * law.runs, 0);
  const runs = seeds.length;
  return {
    name: 'falseFails',
    figures: { runs, failing: failing.length, upperBound: failing.length === 0 ? 1 - 0.05 ** (1 / runs) : null, alpha },
    problems: [
      ...(failing.length === 0
        ? []
        : [problem('right-reports-fail', 'proof.ts', { failing: failing.length, runs, seed: failing[0]! })]),
      ...(alpha <= alphaBudget * rounding
        ? []
        : [problem('alpha-too-large', 'laws.ts', { alpha, budget: alphaBudget })]),
    ],
  };
}
