import * as fc from 'fast-check';
import type { Chain } from '../../reference/nets/chain.ts';
import type { Layer, Vector } from '../../reference/numerics/types.ts';
import { turned } from '../../reference/weights/orientation.ts';
import { farthest, isCrossEntropy, type Model } from './model.ts';
import { easeOf } from './ranges.ts';

/** Numbers with few digits, so that a counterexample can be checked by hand: k/10^digits with |value| ≤ limit. */
export function decimal(limit: number, digits = 1): fc.Arbitrary<number> {
  const scale = 10 ** digits;
  const bound = Math.round(limit * scale);
  return fc.integer({ min: -bound, max: bound }).map((k) => k / scale);
}

/** A decimal of at least 0.1 in absolute value: no factor that hides what it multiplies. */
export const nonzero = (limit: number): fc.Arbitrary<number> => decimal(limit).map((x) => (x === 0 ? 0.5 : x));

/** Targets: of the cross-entropy labels, and the soft ones in between; of a squared error any number. */
export const target = ({ parameters }: Model): fc.Arbitrary<number> =>
  isCrossEntropy(parameters) ? fc.constantFrom(0, 1, 0.5, 0.25, 0.9) : decimal(2);

/** Predictions between the hundredths, where a table would show, and away from where the loss is steepest. */
export const innerPredictions = (model: Model): fc.Arbitrary<[targets: Vector, predictions: Vector]> => {
  const y = isCrossEntropy(model.parameters)
    ? fc.integer({ min: 50, max: 950 })
    : fc.integer({ min: -3000, max: 3000 });
  return pairs(
    fc.tuple(
      target(model),
      y.map((k) => k / 1000),
    ),
    5,
  );
};

const pairs = (
  pair: fc.Arbitrary<[target: number, prediction: number]>,
  maxLength: number,
): fc.Arbitrary<[targets: Vector, predictions: Vector]> =>
  fc.array(pair, { minLength: 1, maxLength }).map((all) => [all.map(([t]) => t), all.map(([, y]) => y)]);

const maxWidth = 4;
/** Enough for small nets; in larger ones the entries come again, out of step with every width. */
const poolSize = 17;

/** Reads numbers one after the other out of what was drawn, from the start again at the end. */
function reader(pool: readonly number[]): () => number {
  let at = 0;
  return () => pool[at++ % pool.length]!;
}

const layer = (fanIn: number, fanOut: number, next: () => number): Layer => ({
  weights: Array.from({ length: fanOut }, () => Array.from({ length: fanIn }, next)),
  biases: Array.from({ length: fanOut }, next),
});

/** A weight or bias times a factor, in hundredths; 0 only where it was 0. */
const eased = (x: number, factor: number): number =>
  factor === 1 ? x : (Math.sign(x) * Math.ceil(100 * Math.abs(x) * factor)) / 100;

const easedLayer = ({ weights, biases }: Layer, factor: number): Layer => ({
  weights: weights.map((row) => row.map((w) => eased(w, factor))),
  biases: biases.map((b) => eased(b, factor)),
});

/** Smaller weights and biases where a net with activations that are not bounded would leave |z| ≤ farthest. */
function tamed({ activation }: Model, layers: readonly Layer[], input: Vector): Layer[] {
  let a = input;
  return layers.map((given) => {
    const sums = ({ weights, biases }: Layer): Vector =>
      weights.map((row, j) => row.reduce((sum, w, i) => sum + w * a[i]!, biases[j]!));
    const reach = Math.max(...sums(given).map(Math.abs));
    const layer = reach > farthest ? easedLayer(given, farthest / reach) : given;
    a = sums(layer).map(activation.value);
    return layer;
  });
}

export interface Example {
  readonly layers: Layer[];
  readonly input: Vector;
  readonly targets: Vector;
}

/**
 * A net of `minLayers` to `maxLayers` layers of one to four units, with an input and targets. Widths differ as a rule,
 * which is where a transposed matrix or the derivative of another layer shows.
 *
 * Sizes and entries are drawn side by side and not one from the other: each then shrinks by itself.
 */
export function exampleOf(model: Model, maxLayers: number, minLayers = 1): fc.Arbitrary<Example> {
  const ease = easeOf(model);
  return fc
    .record({
      sizes: fc.array(fc.integer({ min: 1, max: maxWidth }), { minLength: minLayers + 1, maxLength: maxLayers + 1 }),
      pool: fc.array(nonzero(1.5), { minLength: poolSize, maxLength: poolSize }),
      inputs: fc.array(nonzero(1.5), { minLength: maxWidth, maxLength: maxWidth }),
      targets: fc.array(target(model), { minLength: maxWidth, maxLength: maxWidth }),
    })
    .map(({ sizes, pool, inputs, targets }) => {
      const next = reader(pool.map((x) => eased(x, ease)));
      const input = inputs.slice(0, sizes[0]);
      const layers = sizes.slice(1).map((fanOut, l) => layer(sizes[l]!, fanOut, next));
      return {
        layers: [...turned(model.parameters.orientation, tamed(model, layers, input))],
        input,
        targets: targets.slice(0, sizes.at(-1)),
      };
    });
}

/** Neurons as weight and bias, two at least; |w| ≤ 3, and no w is 0. */
export const neurons = (maxNeurons: number, minNeurons = 2): fc.Arbitrary<[weight: number, bias: number][]> =>
  fc.array(fc.tuple(nonzero(3), decimal(1)), { minLength: minNeurons, maxLength: maxNeurons });

/** The chain of some neurons, with weights that suit the activation function. */
export function chainWith(model: Model): (drawn: readonly [weight: number, bias: number][], input: number) => Chain {
  const ease = easeOf(model);
  return (drawn, input) => {
    const layers = drawn.map(([w, b]): Layer => ({ weights: [[eased(w, ease)]], biases: [b] }));
    const chain = tamed(model, layers, [input]);
    return { weights: chain.flatMap(({ weights }) => weights.flat()), biases: chain.flatMap(({ biases }) => biases) };
  };
}
