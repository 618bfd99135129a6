import fc, { type Arbitrary } from 'fast-check';
import { type Law, law, type Violation } from '../../grader/contract.ts';
import { type Gate, logGainBounds } from '../../reference/log-gain.ts';
import { createRng } from '../../reference/rng.ts';
import { sumOfLogGains } from '../../reference/signal.ts';
import type { Matrix, Vector } from '../../reference/types.ts';
import { share } from './alpha.ts';
import { type Promised, varianceOf } from './distributions.ts';
import { seed, statesFrom } from './generators.ts';
import type { InitializerArgs } from './reference.ts';
import { firstOf, transposed, unlessWithin } from './weights.ts';

export const depth = 50;
/** Two narrow nets tell more than one that is wider and costs as much. */
export const nets = 2;

/** Nets whose widths alternate: never square, and as wide at the end as at the beginning. */
export interface DeepNets {
  readonly narrow: number;
  readonly wide: number;
  readonly first: number;
}

export const deepNets: Arbitrary<DeepNets> = fc.record({
  narrow: fc.integer({ min: 22, max: 26 }),
  wide: fc.integer({ min: 30, max: 34 }),
  first: seed,
});

export const sizesOf = ({ narrow, wide }: DeepNets): number[] =>
  Array.from({ length: depth + 1 }, (_, l) => (l % 2 === 0 ? narrow : wide));

const layersOf = (sizes: readonly number[]): [fanIn: number, fanOut: number][] =>
  sizes.slice(1).map((fanOut, l) => [sizes[l]!, fanOut]);

/** What the nets do to a signal, and what they should do to it. */
interface Growth {
  readonly nets: readonly (readonly Matrix[])[];
  readonly sizes: readonly number[];
  readonly varianceOf: (fanIn: number, fanOut: number) => number;
  readonly gate: Gate;
  readonly seed: number;
  readonly alpha: number;
}

/**
 * The mean over the nets of ln(E[a²] in the last layer / E[a²] in the first), and the same of the gradient's way back.
 *
 * Forwards through the real ReLU, or, in the linear region of tanh, through nothing. Backwards through gates that are
 * open by chance and know nothing of the weights, as He et al. (2015, section 2.2) take them to be.
 */
export function unlessPreserved(growth: Growth): Violation | undefined {
  const { nets: drawn, sizes, gate, seed: state, alpha } = growth;
  const rng = createRng(state);
  const signal = (size: number): Vector => Array.from({ length: size }, rng.normal);
  const half = gate === 'half' ? 0.5 : 1;
  const fans = layersOf(sizes);
  const variances = fans.map(([fanIn, fanOut]) => growth.varianceOf(fanIn, fanOut));
  const forwards = {
    units: sizes.slice(1),
    // Of one entry: what comes in is spread over the inputs.
    expected: fans.reduce((sum, [fanIn], l) => sum + Math.log(fanIn * variances[l]! * half), 0),
    matrices: (net: readonly Matrix[]) => net,
    passes: gate === 'half' ? (z: number) => z > 0 : undefined,
    variances,
  };
  const backwards = {
    units: sizes.slice(0, -1).toReversed(),
    expected: fans.reduce((sum, [, fanOut], l) => sum + Math.log(fanOut * variances[l]! * half), 0),
    matrices: (net: readonly Matrix[]) => net.map(transposed).toReversed(),
    passes: gate === 'half' ? () => rng.uniform() < 0.5 : undefined,
    variances: variances.toReversed(),
  };
  return firstOf([forwards, backwards], ({ units, expected, matrices, passes, variances: ofEntries }) => {
    const total = drawn.reduce((sum, net) => {
      const stages = matrices(net).map((matrix, l) => ({ matrix, meanGain: units[l]! * ofEntries[l]! * half }));
      return sum + sumOfLogGains(stages, signal(matrices(net)[0]?.[0]?.length ?? 0), passes);
    }, 0);
    const layers = [...new Set(units)].map((size) => ({
      units: size,
      count: drawn.length * units.filter((unit) => unit === size).length,
    }));
    const { low, high } = logGainBounds(layers, gate, alpha / 4);
    const mean = (sum: number): number => expected + sum / drawn.length;
    return unlessWithin(mean(total), mean((low + high) / 2), (high - low) / 2 / drawn.length);
  });
}

/** Fifty layers of one initializer, twice. */
export const depthLaw = (promise: Promised): Law =>
  law(promise.depthLaw, promise.task, {
    inputs: deepNets,
    runs: 1,
    alpha: share,
    calls(input): InitializerArgs[] {
      const states = statesFrom(input.first, nets * depth);
      return states.map((state, i) => [...layersOf(sizesOf(input))[i % depth]!, state]);
    },
    check: (input, { values }) =>
      unlessPreserved({
        nets: Array.from({ length: nets }, (_, i) => values.slice(i * depth, (i + 1) * depth)),
        sizes: sizesOf(input),
        varianceOf: (fanIn, fanOut) => varianceOf(promise, fanIn, fanOut),
        gate: promise.gate,
        seed: input.first,
        alpha: share,
      }),
  });
