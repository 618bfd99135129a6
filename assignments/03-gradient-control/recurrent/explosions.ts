import type { Landmark } from '../../../grader/kit.ts';
import type { RecurrentActivation } from './activation.ts';
import type { Unrolled } from './unrolled.ts';

/** What a step of these nets multiplies the gradient by at least. */
const leastGrowth = 1.3;

/**
 * Nets whose gradient explodes, with as many steps as are asked for. All states are 0, where φ is steepest: whoever runs
 * such a net again comes to the same states, without a rounding. And no two terms of a sum cancel, because the signs of the
 * weights and of the gradient go together; so the largest gradients are known to all their digits.
 */
export function explosionLandmarks(activation: RecurrentActivation, steps: number): readonly Landmark<Unrolled>[] {
  const { activate, derivativeFromOutput } = activation;
  if (activate(0) !== 0 || derivativeFromOutput(0) === 0) return [];
  const steepest = derivativeFromOutput(0);
  return [1, 3, 8].map((size) => ({
    id: `${size} ${size === 1 ? 'unit' : 'units'}, and the gradient explodes`,
    place: (_, { next }) => {
      const units = Array.from({ length: size }, () => (next() < 0.5 ? -1 : 1));
      const weight = (): number => (leastGrowth * (1 + next())) / (size * steepest);
      return [
        units.map((row) => units.map((column) => row * column * weight())),
        Array.from({ length: steps }, () => units.map(() => 0)),
        units.map((sign) => sign * (0.5 + next())),
      ];
    },
    isAt: ([weights, states]) =>
      weights.length === size &&
      states.length === steps &&
      states.flat().every((h) => h === 0) &&
      weights.every((_, i) => weights.reduce((sum, row) => sum + Math.abs(row[i]!), 0) * steepest >= leastGrowth),
  }));
}
