import { type ActivationPair, both, type ComparedActivation } from '../activations/pair.ts';

/** From 1e-10, as the contract has it, to the largest that has to be reached for an activation to be asked about. */
const powers = Array.from({ length: 8 }, (_, k) => 10 ** (k - 10));

/**
 * The smallest threshold that is asked about, a power of ten; none if a formula cannot be computed as far out as it
 * saturates. For slopes above 1 it is larger in proportion, for 1 − a to keep its digits.
 */
export function smallestThresholdOf(pair: ActivationPair): number | undefined {
  const steepest = Math.max(1, ...both(pair).map(({ shape }) => shape.steepest));
  const scale = 10 ** Math.ceil(Math.log10(steepest) - 1e-9);
  return powers.map((power) => power * scale).find((threshold) => both(pair).every(isWithin(threshold)));
}

const isWithin =
  (threshold: number) =>
  ({ shape, limit }: ComparedActivation): boolean =>
    threshold < shape.steepest && shape.pointOfShare(threshold / shape.steepest) < limit / 4;

/** The same of a pair that may be compared. */
export function smallestThreshold(pair: ActivationPair): number {
  const found = smallestThresholdOf(pair);
  if (found === undefined) throw new Error('an activation cannot be computed where it saturates');
  return found;
}
