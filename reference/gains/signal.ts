import { dot, multiply } from '../numerics/linear-algebra.ts';
import type { Rows, Vector } from '../numerics/types.ts';
import type { GainBounds } from './activation-gain.ts';
import { deadGain, leastActive } from './log-gain.ts';
import { isSpread } from './unit-input.ts';

/** h ↦ M·h, or Mᵀ·h */
export type Linear = (h: Vector) => Vector;

/** One step on the way of a signal: h becomes M·h, of which a gate lets some entries pass. */
export type Stage = {
  readonly map: Linear;
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
  for (const { map, meanGain } of stages) {
    const gated = map(scaledToOne(h)).map((z) => (passes(z) ? z : 0));
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

/** One step on the way of a signal through any activation. */
export type ActivatedStage = {
  readonly map: Linear;
  /** How many entries M·h is to have, and the standard deviation that an entry of M is to have. */
  readonly units: number;
  readonly std: number;
};

/** How a signal is measured and what becomes of it, given its weighted sums z of variance 1. */
export type Passage = {
  /** E f(z)², divided by E f(Z)² of a normal Z, is the gain. */
  readonly f: (z: number) => number;
  readonly meanSquare: number;
  /** The next signal, given the weighted sums and f of them. */
  readonly next: (z: Vector, activated: Vector) => Vector;
};

/**
 * Σ ln G over all stages, G = mean f(z)² / E f(Z)², where each stage starts from a signal of the length for which its
 * weighted sums z have variance 1: what is true of an activation at one amplitude is asked at this amplitude. No gain
 * counts as less than deadGain. A signal that hardly any units carry starts anew with all of them (unit-input.ts).
 */
export function sumOfActivatedLogGains(
  stages: readonly ActivatedStage[],
  signal: Vector,
  { f, meanSquare, next }: Passage,
  bounds: GainBounds,
): number {
  let h = signal;
  let sum = 0;
  for (const { map, units, std } of stages) {
    const direction = spreadDirection(h);
    bounds.add(direction, units);
    const z = map(direction).map((entry) => entry / std);
    const activated = z.map(f);
    sum += Math.log(Math.max(squaredLength(activated) / units / meanSquare, deadGain));
    h = next(z, activated);
  }
  return sum;
}

function spreadDirection(h: Vector): Vector {
  const direction = scaledToOne(h);
  return isSpread(direction) ? direction : scaledToOne(h.map(() => 1));
}

const squaredLength = (v: Vector): number => dot(v, v);

function scaledToOne(v: Vector): Vector {
  const length = Math.sqrt(squaredLength(v));
  return v.map((x) => x / length);
}

/**
 * E[h²] over the entries of a signal: as it comes in, and after each matrix, h ← φ(M·h). Nothing is kept in bounds: a
 * signal that vanishes or explodes is seen to.
 */
export function meanSquares(
  matrices: readonly Rows[],
  signal: Vector,
  activate: (entry: number) => number = (z) => z,
): Vector {
  const steps = [squaredLength(signal) / signal.length];
  let h = signal;
  for (const matrix of matrices) {
    h = multiply(matrix, h).map(activate);
    steps.push(squaredLength(h) / h.length);
  }
  return steps;
}
