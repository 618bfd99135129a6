import {
  type Domain,
  domain,
  inputs,
  limited,
  real,
  record,
  type TaskDomain,
  type Tolerance,
  whole,
} from '../../../grader/kit.ts';
import type { Moments } from '../../../reference/statistics/variance.ts';
import type { InitializationTasks } from '../reference.ts';

const variance = real({ from: 0, to: 100, usual: [0, 4] });
const fanIn = whole(1, 10_000);

/** Products of a few numbers, or as many as there are inputs added up. */
export const products: Tolerance = { relative: 1e-9, absolute: 0 };

/** E[w²]E[x²] − E[w]²E[x]² is as right: what is left of its terms is off by a few units in their last place. */
export const differences = ([w, x]: readonly [Moments, Moments]): Tolerance => ({
  relative: 1e-9,
  absolute: 1e-15 * (w.variance + w.mean ** 2) * (x.variance + x.mean ** 2),
});

type DepthArgs = [depth: number, fanIn: number, weightVariance: number, inputVariance: number];

/** A power of ten within which all variances on the way are: beyond, the last digits of a double are lost, or all of them. */
const mostDigits = 290;

/** How many digits before or behind the point the largest and the smallest number on the way have. */
const digitsOf = ([depth, n, weights, inputs]: DepthArgs): number => {
  const start = inputs === 0 ? 0 : Math.log10(inputs);
  const step = weights === 0 ? 0 : Math.log10(n * weights);
  return Math.max(Math.abs(start), Math.abs(start + depth * step), Math.abs(depth * step));
};

/** Shallower, where the depth is not an end; else with other fans, or other weights. */
function settled(args: DepthArgs): DepthArgs {
  const [depth, n, weights, inputs] = args;
  if (digitsOf(args) <= mostDigits) return args;
  if (depth < 100) {
    const shallower = Math.floor((0.9 * mostDigits * depth) / digitsOf(args));
    return [shallower, n, weights, inputs];
  }
  // n·Var(w) between 0.01 and 100: 1e±200 after a hundred layers.
  if (n < 10_000 && weights <= 100 && weights >= 0.01)
    return [depth, Math.max(1, Math.floor(100 / weights)), weights, inputs];
  return [depth, n, (weights > 1 / n ? 10 : 0.1) / n, inputs];
}

/** Modest numbers of layers and inputs are those with which the entries of an answer differ. */
const several = (of: Domain<number>): Domain<number> => ({
  ...of,
  draw: (random) => (random.sizes ? 2 + Math.floor(3 * random.next()) : of.draw(random)),
});

export function varianceDomains({ productVariance, layerVariance, varianceByDepth }: InitializationTasks) {
  const moments = record<Moments>({ mean: real({ from: -10, to: 10, usual: [-3, 3] }), variance });
  return [
    domain(productVariance, [moments, moments], { tolerance: differences }),
    domain(layerVariance, [fanIn, variance, variance], { tolerance: products }),
    domain(
      varianceByDepth,
      limited(
        inputs<DepthArgs>(
          ['depth', 'fanIn', 'weightVariance', 'inputVariance'],
          [several(whole(0, 100)), several(fanIn), variance, variance],
        ),
        { settled, where: (args) => digitsOf(args) <= mostDigits },
      ),
      { tolerance: products },
    ),
  ] as const satisfies readonly TaskDomain[];
}
