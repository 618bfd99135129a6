import type { Random } from '../../../grader/kit.ts';
import { type ActivationPair, activationNamed, both } from '../activations/pair.ts';
import type { LayerArgs } from './layer-args.ts';

/** So little do these slopes differ from the threshold: no digit tells the units apart that somebody might look at. */
const step = 1e-8;

/**
 * Layers that differ in one argument, hardly or not at all, and have different answers: whoever remembers an answer by
 * rounded numbers, or by all arguments but one, gives a wrong one.
 */
export function layerNeighbors(pair: ActivationPair, [code]: LayerArgs, { next }: Random): readonly LayerArgs[] {
  const { steepest, pointOfShare, derivative } = activationNamed(pair, code).shape;
  const threshold = (0.05 + 0.4 * next()) * steepest;
  const [far, near] = [1 - step, 1 + step].map((times) => pointOfShare((times * threshold) / steepest)) as [
    number,
    number,
  ];
  const between = betweenBoth(pair, next);
  return [
    [code, [near, 0.1], threshold],
    [code, [far, 0.1], threshold],
    [code, [far, 0.1], derivative(far) / 2],
    ...both(pair).map((one): LayerArgs => [one.code, ...between]),
  ];
}

/** A unit that is saturated by one of the two activations and not by the other. */
function betweenBoth(pair: ActivationPair, next: () => number): [number[], number] {
  const slopesAt = (z: number): number[] => both(pair).map(({ shape }) => shape.derivative(z));
  const apart = (z: number): number => Math.abs(slopesAt(z)[0]! - slopesAt(z)[1]!);
  const zs = Array.from({ length: 12 }, () => 6 * next());
  const z = zs.reduce((best, one) => (apart(one) > apart(best) ? one : best));
  const [a = 0, b = 0] = slopesAt(z);
  return [[z, 50], (a + b) / 2];
}
