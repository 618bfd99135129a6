import { multiply } from './linear-algebra.ts';
import { deadGain, leastActive } from './log-gain.ts';
import type { Matrix, Vector } from './types.ts';

/** One step on the way of a signal: h becomes M·h, of which a gate lets some entries pass. */
export type Stage = {
  readonly matrix: Matrix;
  /** E‖gated M·h‖² / ‖h‖²: rows times the variance of an entry, half of it behind a gate. */
  readonly meanGain: number;
};

/**
 * Σ ln G over all stages, G = ‖gated M·h‖² / ‖h‖² / meanGain, whose bounds are those of log-gain.ts. The signal starts
 * each stage with length 1, so that nothing overflows or vanishes on the way; its direction is kept.
 *
 * @param passes the gate, by the entry; ReLU is (z) => z > 0
 */
export function sumOfLogGains(
  stages: readonly Stage[],
  signal: Vector,
  passes: (entry: number) => boolean = () => true,
): number {
  let h = signal;
  let sum = 0;
  for (const { matrix, meanGain } of stages) {
    const gated = multiply(matrix, scaledToOne(h)).map((z) => (passes(z) ? z : 0));
    if (gated.filter((z) => z !== 0).length < leastActive) {
      sum += Math.log(deadGain);
      h = gated.map(() => 1);
    } else {
      sum += Math.log(squaredLength(gated) / meanGain);
      h = gated;
    }
  }
  return sum;
}

const squaredLength = (v: Vector): number => v.reduce((sum, x) => sum + x * x, 0);

function scaledToOne(v: Vector): Vector {
  const length = Math.sqrt(squaredLength(v));
  return v.map((x) => x / length);
}
