import type { Difference } from '../../../../grader/kit.ts';
import { globalNorm } from '../../../../reference/nets/clipping.ts';
import { deepErrors } from '../../../../reference/nets/deep-rounding.ts';
import { asVectors } from '../../../../reference/nets/training.ts';
import type { Layer } from '../../../../reference/numerics/types.ts';
import { beyond } from '../../nets/beyond.ts';
import type { StepArgs } from '../../reference.ts';
import type { Rules } from '../../rules.ts';
import { clippingFactor, largestMargin } from './choices.ts';
import { clipValues } from './parts.ts';

const ours = { margin: 0, slopeAtKink: 0 };

/** Nine digits of what a step adds, and of where it starts. */
const relative = 1e-9;

type Combine = (...numbers: number[]) => number;

/** A net, number by number, of several that are shaped alike. */
const combined = (f: Combine, ...nets: readonly (readonly Layer[])[]): Layer[] =>
  nets[0]!.map(({ weights, biases }, l) => ({
    weights: weights.map((row, j) => row.map((_, i) => f(...nets.map((net) => net[l]!.weights[j]![i]!)))),
    biases: biases.map((_, j) => f(...nets.map((net) => net[l]!.biases[j]!))),
  }));

const flat = (layers: readonly Layer[]): number[] => asVectors(layers).flat();
const sizeOf = (layers: readonly Layer[]): number => globalNorm(asVectors(layers));

/** Half a unit in the last place, relative; what is written here is allowed a few. */
const rounding = 1e-15;

/**
 * By which share of the gradient somebody has moved, as far as that can be read off where rounding hides least of a move:
 * there are as many right shares as there are ε.
 */
function shareOf(
  gradients: readonly Layer[],
  errors: readonly Layer[],
  from: readonly Layer[],
  to: readonly Layer[],
  learningRate: number,
): { readonly share: number; readonly error: number } {
  const [g, e, before, after] = [gradients, errors, from, to].map(flat) as [number[], number[], number[], number[]];
  let best = { share: Number.NaN, error: Number.POSITIVE_INFINITY };
  for (const i of g.keys()) {
    const move = learningRate * g[i]!;
    const error = (rounding * (Math.abs(before[i]!) + Math.abs(move)) + learningRate * e[i]!) / Math.abs(move);
    if (error < best.error) best = { share: (before[i]! - (after[i] ?? Number.NaN)) / move, error };
  }
  return best;
}

/** The share of a gradient of this length that a step takes, by the ε that is added to the length. */
const factorsOf = (
  least: number,
  most: number,
  maxNorm: number | undefined,
): readonly [least: number, most: number] => [
  clippingFactor(most, maxNorm, { ...ours, margin: largestMargin }),
  clippingFactor(least, maxNorm, ours),
];

/** What rounding may do to each number of a step that is not clipped, which is more than to one that is; and what an ε may. */
export function stepErrors(rules: Rules, [layers, activation, inputs, labels, options]: StepArgs): Layer[] {
  const { learningRate, maxNorm, l2 = 0 } = options;
  const gradients = rules.regularized(layers, activation, inputs, labels, l2);
  const { gradients: errors } = deepErrors(layers, rules.phis.of(activation), inputs, labels);
  const norm = sizeOf(gradients);
  const [least, most] = factorsOf(norm, norm, maxNorm);
  return combined(
    (x, g, e) => learningRate * (e + (relative + most - least) * Math.abs(g)) + rounding * Math.abs(x),
    layers,
    gradients,
    errors,
  );
}

/**
 * Where a step is further from θ − η·f·g than rounding explains, with one factor f for all numbers: 1, or one that some ε
 * from 0 to 1e-6 gives.
 */
export function compareSteps(rules: Rules, args: StepArgs, received: readonly Layer[]): Difference | undefined {
  const [layers, activation, inputs, labels, { learningRate, maxNorm, limit, l2 = 0 }] = args;
  const gradients = rules.regularized(layers, activation, inputs, labels, l2);
  const compare = (errors: readonly Layer[]): Difference | undefined => {
    const [norm, error] = [sizeOf(gradients), sizeOf(errors)];
    const [least, most] = factorsOf(Math.max(0, norm - error), norm + error, maxNorm);
    const seen = shareOf(gradients, errors, layers, received, learningRate);
    const share = Number.isFinite(seen.share) ? Math.min(most, Math.max(least, seen.share)) : most;
    const unsure = least < most ? Math.min(most - least, seen.error) : 0;
    const clipped = limit === undefined ? gradients : clipValues(gradients, limit);
    const expected = combined((x, g) => x - learningRate * share * g, layers, clipped);
    const bounds = combined(
      (x, g, e) => learningRate * (share * e + (relative * share + unsure) * Math.abs(g)) + rounding * Math.abs(x),
      layers,
      clipped,
      errors,
    );
    return beyond(expected as never, received as never, bounds as never, { relative: 0, absolute: 0 });
  };
  const exact = combined(() => 0, layers);
  if (compare(exact) === undefined) return undefined;
  const { gradients: errors } = deepErrors(layers, rules.phis.of(activation), inputs, labels);
  return compare(
    combined((e, g, w) => e + rounding * (Math.abs(g) + rules.strength * l2 * Math.abs(w)), errors, gradients, layers),
  );
}
