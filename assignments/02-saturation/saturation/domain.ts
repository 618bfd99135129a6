import {
  type Domain,
  domain,
  inputs,
  type Landmark,
  limited,
  listOf,
  oneOf,
  real,
  remembered,
  type TaskDomain,
  whole,
} from '../../../grader/kit.ts';
import type { Squashing } from '../../../reference/activations/squashing.ts';
import { type ActivationPair, activationNamed, both, type ComparedActivation } from '../activations/pair.ts';
import type { SaturationTasks } from '../reference.ts';
import { absolute } from '../tanh/domain.ts';
import { clearOf, isClear } from './clear-units.ts';
import type { LayerArgs } from './layer-args.ts';
import { layerLandmarks } from './layer-landmarks.ts';
import { layerNeighbors } from './neighbors.ts';
import { smallestThreshold } from './thresholds.ts';

const longest = 1000;
const mostDepth = 1000;
/** As near to the steepest slope as a threshold comes. */
const largestShare = 0.999999;

/** How far out units of a layer are asked about. */
export const farthestOf = (pair: ActivationPair): number => Math.min(1e4, ...both(pair).map(({ limit }) => limit));

type PointArgs = [activation: string, threshold: number];
type BoundArgs = [activation: string, depth: number];

/**
 * A layer and a threshold, from the smallest to more than the steepest slope, where all units count. No slope is so near to
 * the threshold that rounding decides which side it is on; but units at 0 may have the threshold for their slope.
 */
function layerDomain(pair: ActivationPair): Domain<LayerArgs> {
  const z = farthestOf(pair);
  const steepest = both(pair).map(({ shape }) => shape.steepest);
  const layer = inputs<LayerArgs>(
    ['activation', 'preactivations', 'threshold'],
    [
      oneOf(pair.first.code, pair.second.code),
      // Out to where the smallest threshold is reached, so that it is met, too.
      listOf({ length: [0, longest], entries: real({ from: -z, to: z, usual: [-30, 30] }) }),
      real({ from: smallestThreshold(pair), to: 1.5 * Math.max(...steepest), thresholds: steepest }),
    ],
  );
  const asked = limited(layer, {
    settled: ([code, units, threshold]): LayerArgs => [
      code,
      clearOf(activationNamed(pair, code), threshold, units),
      threshold,
    ],
    where: ([code, units, threshold]) => isClear(activationNamed(pair, code), threshold, units),
  });
  return { ...asked, neighbors: (args, random) => layerNeighbors(pair, args, random) };
}

/** As deep as the bound is a finite number: only activations steeper than 1 set an end. */
export const deepestOf = ({ steepest }: Pick<Squashing, 'steepest'>): number =>
  steepest > 1 ? Math.min(mostDepth, Math.floor(Math.log(Number.MAX_VALUE) / Math.log(steepest)) - 1) : mostDepth;

/** Of the factors' relative error, 1e-16 each, a thousand; and of numbers below 1e-308, which have fewer digits. */
const power = { relative: 1e-9, absolute: 1e-320 };

export const saturationDomains = (
  { saturatedFraction, gradientBound, saturationPoint }: SaturationTasks,
  pair: ActivationPair,
): readonly TaskDomain[] => {
  const activations = oneOf(pair.first.code, pair.second.code);
  const deepest = Math.min(...both(pair).map(({ shape }) => deepestOf(shape)));
  const thresholds = remembered((one: ComparedActivation) => thresholdsOf(pair, one));
  return [
    domain(saturatedFraction, layerDomain(pair), { tolerance: absolute, landmarks: layerLandmarks(pair, longest) }),
    domain<BoundArgs, number>(gradientBound, [activations, whole(0, deepest)], { tolerance: power }),
    domain<PointArgs, number>(saturationPoint, [activations, ([code]) => thresholds(activationNamed(pair, code))], {
      // The contract's figure. The statement's formulas lose ten digits of 1 − a at the smallest threshold, and z 2e-7 at most.
      tolerance: { relative: 1e-6, absolute: 0 },
      landmarks: both(pair).flatMap((one) => endsOf(pair, one)),
    }),
  ];
};

const rangeOf = (pair: ActivationPair, { shape: { steepest } }: ComparedActivation) => ({
  from: smallestThreshold(pair),
  to: largestShare * steepest,
  thresholds: [steepest / 2],
});

/** No end of these goes together with each of the activations: an end of the one is none of the other. */
function thresholdsOf(pair: ActivationPair, one: ComparedActivation): Domain<number> {
  const range = real(rangeOf(pair, one));
  return { ...range, landmarks: range.landmarks.map((mark) => ({ ...mark, isEdge: false })) };
}

/** Each activation at each end of its own. */
function endsOf(pair: ActivationPair, one: ComparedActivation): readonly Landmark<PointArgs>[] {
  const { from, to } = rangeOf(pair, one);
  return [from, to].map((end) => ({
    id: `${one.code} with the threshold ${end}`,
    place: () => [one.code, end],
    isAt: ([code, threshold]) => code === one.code && threshold === end,
  }));
}
