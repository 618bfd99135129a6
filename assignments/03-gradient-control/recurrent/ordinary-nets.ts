import type { Landmark, Random } from '../../../grader/kit.ts';
import type { Matrix, Vector } from '../../../reference/numerics/types.ts';
import { endsOf, type RecurrentActivation } from './activation.ts';
import type { Unrolled } from './unrolled.ts';

/** Weights by their pattern, which may be what a product with the wrong one of W and Wᵀ hides behind. */
const patterns: Readonly<Record<string, (w: Matrix, i: number, j: number) => number>> = {
  diagonal: (w, i, j) => (i === j ? w[i]![j]! : 0),
  symmetric: (w, i, j) => w[Math.min(i, j)]![Math.max(i, j)]!,
  antisymmetric: (w, i, j) => (i === j ? 0 : Math.sign(j - i) * w[Math.min(i, j)]![Math.max(i, j)]!),
  'upper triangular': (w, i, j) => (i <= j ? w[i]![j]! : 0),
  'the identity': (_, i, j) => Number(i === j),
  positive: (w, i, j) => Math.abs(w[i]![j]!),
  negative: (w, i, j) => -Math.abs(w[i]![j]!),
  'all equal': (w) => w[0]![0]!,
};

const patterned = (weights: Matrix, entry: (w: Matrix, i: number, j: number) => number): Matrix =>
  weights.map((row, i) => row.map((_, j) => entry(weights, i, j)));

const [size, steps] = [3, 4];

/** A small net in which every number tells, with states of ordinary size; none is so steep that it needs smaller weights. */
function ordinaryNet({ states: { least, largest }, steepest }: RecurrentActivation, { next }: Random): Unrolled {
  const units = Array.from({ length: size }, (_, i) => i);
  const signed = (x: number): number => (next() < 0.5 ? -x : x);
  return [
    units.map(() => units.map(() => signed((0.2 + 0.3 * next()) / Math.max(1, steepest)))),
    Array.from({ length: steps }, () => units.map(() => least + (0.5 + 0.4 * next()) * (largest - least))),
    units.map(() => signed(0.3 + next())),
  ];
}

/** Nets by the pattern of their weights, and nets with one unit that is saturated for good, or at one end of its states. */
export const ordinaryLandmarks = (activation: RecurrentActivation): readonly Landmark<Unrolled>[] => [
  ...Object.entries(patterns).map(
    ([id, entry]): Landmark<Unrolled> => ({
      id: `recurrentWeights are ${id}`,
      place: (_, random) => {
        const [weights, ...rest] = ordinaryNet(activation, random);
        return [patterned(weights, entry), ...rest];
      },
      isAt: ([weights, states]) =>
        weights.length === size &&
        states.length === steps &&
        JSON.stringify(weights) === JSON.stringify(patterned(weights, entry)),
    }),
  ),
  ...endsOf(activation).map(
    (end): Landmark<Unrolled> => ({
      id: `one unit of several stays at ${end}`,
      place: (_, random) => {
        const [weights, states, output] = ordinaryNet(activation, random);
        return [weights, states.map((state: Vector) => state.with(0, end)), output];
      },
      isAt: ([weights, states]) =>
        weights.length === size && states.length === steps && states.every((state) => state[0] === end),
    }),
  ),
];
