import { type Law, law, type Violation } from '../../../../grader/kit.ts';
import { meanSquare } from '../../../../reference/gains/gain.ts';
import type { WeightFamily } from '../../../../reference/gains/unit-input.ts';
import { multiply, multiplyTransposed } from '../../../../reference/numerics/linear-algebra.ts';
import { createRng } from '../../../../reference/numerics/rng.ts';
import type { Matrix, Vector } from '../../../../reference/numerics/types.ts';
import { share } from '../../alpha.ts';
import { type Scheme, varianceOf } from '../../parameters.ts';
import type { InitializerArgs } from '../../reference.ts';
import { seed, statesFrom } from '../generators.ts';
import type { Promised } from '../promises.ts';
import { firstOf, unlessWithin } from '../weights.ts';
import { type Gains, throughActivation, throughGates, type Way } from './through-layers.ts';

/** As many nets as have so many layers in all: several shallow nets tell more than one that is deep, and cost as much. */
const netsOf = (depth: number, layersInAll: number): number => Math.max(1, Math.round(layersInAll / depth));

/** So many layers are stacked, whatever the depth of a net is. */
const layersInAll = 50;

/**
 * Widths by turns: never square, and narrow, for these tell more than wider ones and cost as much. Behind an activation a
 * narrower layer now and then has no active units. The same at every seed, so that bounds are computed once for all laws.
 */
export const widthsOf = ({ behind }: Scheme): readonly number[] => (behind ? [24, 32] : [16, 24]);

const sizesOf = (scheme: Scheme, depth: number): number[] =>
  Array.from({ length: depth + 1 }, (_, l) => widthsOf(scheme)[l % 2]!);

const layersOf = (sizes: readonly number[]): [fanIn: number, fanOut: number][] =>
  sizes.slice(1).map((fanOut, l) => [sizes[l]!, fanOut]);

/** What the nets do to a signal, and what they should do to it. */
interface Growth {
  readonly nets: readonly (readonly Matrix[])[];
  readonly sizes: readonly number[];
  readonly scheme: Scheme;
  /** A right layer is of one of these. */
  readonly families: readonly WeightFamily[];
  /** Of the first of the states that the weights were drawn from. */
  readonly seed: number;
  readonly alpha: number;
}

const identity = (z: number): number => z;

/**
 * The mean over the nets of ln(E[a²] in the last layer / E[a²] in the first), and the same of the gradient's way back.
 *
 * Forwards through the activation, or, in the linear region of a symmetric one, through nothing. Backwards through slopes
 * φ′(z) that know nothing of the weights, as He et al. (2015, section 2.2) take them to be. ReLU keeps what it is given up
 * to a factor, so a signal may be of any size. Through another activation each layer starts from a signal of the size at
 * which z has variance 1, and a slope counts with its mean square, so that the gains are those of the weights.
 */
function unlessPreserved(growth: Growth): Violation | undefined {
  const { nets, sizes, scheme, families, alpha } = growth;
  const { behind } = scheme;
  // A state that no weights come from.
  const rng = createRng((growth.seed + 2 ** 32 - 1) % 2 ** 32);
  /** As long as the matrices take them: whether these are of the right shape is for another law to say. */
  const signals = (length: (net: readonly Matrix[]) => number | undefined): Vector[] =>
    nets.map((net) => Array.from({ length: length(net) ?? 0 }, rng.normal));
  const inputsOf = (matrix: Matrix | undefined): number => matrix?.[0]?.length ?? 0;
  const fans = layersOf(sizes);
  const variances = fans.map((pair) => varianceOf(scheme, ...pair));
  const isGate = behind === undefined || behind.name === 'relu';
  const areKnown = isGate && !families.includes('truncated');
  const gate = behind ? 'half' : 'open';
  const squares = isGate
    ? { value: behind ? 0.5 : 1, slope: behind ? 0.5 : 1 }
    : { value: meanSquare(behind.value), slope: meanSquare(behind.derivative) };

  const forwards = (): Way => ({
    nets: nets.map((net) => net.map((matrix) => (h) => multiply(matrix, h))),
    signals: signals(([first]) => inputsOf(first)),
    units: sizes.slice(1),
    variances,
    families,
  });
  const backwards = (): Way => ({
    nets: nets.map((net) =>
      net.map((matrix) => (h: Vector) => multiplyTransposed(matrix, h, inputsOf(matrix))).toReversed(),
    ),
    signals: signals((net) => net.at(-1)?.length),
    units: sizes.slice(0, -1).toReversed(),
    variances: variances.toReversed(),
    families,
  });
  const side = alpha / 4;
  const ways: readonly { readonly expected: number; readonly gains: () => Gains }[] = [
    {
      // Of one entry: what comes in is spread over the inputs.
      expected: fans.reduce((sum, [fanIn], l) => sum + Math.log(fanIn * variances[l]! * squares.value), 0),
      gains: () =>
        areKnown
          ? throughGates(forwards(), gate, behind && ((z) => z > 0), side)
          : throughActivation(forwards(), forwardsThrough(behind?.value ?? identity), side),
    },
    {
      expected: fans.reduce((sum, [, fanOut], l) => sum + Math.log(fanOut * variances[l]! * squares.slope), 0),
      gains: () =>
        areKnown
          ? throughGates(backwards(), gate, behind && (() => rng.uniform() < 0.5), side)
          : throughActivation(
              backwards(),
              { f: identity, next: (z) => (behind ? z.map((v) => v * behind.derivative(rng.normal())) : z) },
              side,
            ),
    },
  ];
  return firstOf(ways, ({ expected, gains }) => {
    const { total, low, high } = gains();
    const mean = (sum: number): number => expected + sum / nets.length;
    return unlessWithin(mean(total), mean((low + high) / 2), (high - low) / 2 / nets.length);
  });
}

const forwardsThrough = (f: (z: number) => number) => ({ f, next: (_: Vector, activated: Vector) => activated });

/** Many layers of one initializer, in several nets. */
export const depthLaw = (promise: Promised, depth: number): Law => {
  const nets = netsOf(depth, layersInAll);
  const sizes = sizesOf(promise, depth);
  const layers = layersOf(sizes);
  return law(promise.depthLaw, promise.task, {
    inputs: seed,
    runs: 1,
    alpha: share,
    calls: (first): InitializerArgs[] =>
      statesFrom(first, nets * depth).map((state, i) => [...layers[i % depth]!, state]),
    check: (first, { values }) =>
      unlessPreserved({
        nets: Array.from({ length: nets }, (_, i) => values.slice(i * depth, (i + 1) * depth)),
        sizes,
        scheme: promise,
        families: [promise.family.name],
        seed: first,
        alpha: share,
      }),
  });
};
