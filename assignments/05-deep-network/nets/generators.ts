import * as fc from 'fast-check';
import type { Layer, Matrix, Vector } from '../../../reference/numerics/types.ts';
import { farthest, reachOf } from '../activations.ts';
import type { Rules } from '../rules.ts';
import type { Example } from './example.ts';
import { isWithinReach } from './smooth.ts';

/** k/10 with |value| ≤ limit, never 0: few digits to check by hand, and no factor that hides what it multiplies. */
export const nonzero = (limit: number): fc.Arbitrary<number> =>
  fc.integer({ min: -10 * limit, max: 10 * limit }).map((k) => (k === 0 ? 0.5 : k / 10));

/** A state of the generator, each as likely: fast-check by itself would take small numbers every other time. */
export const seed: fc.Arbitrary<number> = fc.noBias(fc.integer({ min: 0, max: 2 ** 32 - 1 }));

const maxWidth = 4;
const maxClasses = 6;
const maxExamples = 6;
const poolSize = 60;

/** Reads numbers one after the other out of what was drawn, from the start again at the end. */
function reader(pool: readonly number[], scale: number): () => number {
  let at = 0;
  return () => scale * pool[at++ % pool.length]!;
}

const vectorOf = (length: number, next: () => number): Vector => Array.from({ length }, next);
const matrixOf = (rows: number, columns: number, next: () => number): Matrix =>
  Array.from({ length: rows }, () => vectorOf(columns, next));

/** Nets of the given widths, entry by entry out of a pool. */
const layersOf = (sizes: readonly number[], next: () => number): Layer[] =>
  sizes.slice(1).map((fanOut, l) => ({ weights: matrixOf(fanOut, sizes[l]!, next), biases: vectorOf(fanOut, next) }));

/**
 * A net of `minLayers` to `maxLayers` layers, the linear one counted, of one to four units and two to six classes, with
 * one to six examples. Widths differ as a rule, which is where a transposed matrix or the derivative of another layer
 * shows.
 *
 * Sizes and entries are drawn side by side and not one from the other: each then shrinks by itself.
 */
export const exampleOf = (rules: Rules, sizes?: Sizes): fc.Arbitrary<Example> =>
  anyExample(rules, sizes).filter((example) => isWithinReach(rules, example));

/** Of nets: how many layers, the linear one counted. */
export interface Sizes {
  readonly minLayers?: number;
  readonly maxLayers?: number;
}

/** The same, wherever its preactivations lie. */
export const anyExample = ({ phis }: Rules, { minLayers = 1, maxLayers = 3 }: Sizes = {}): fc.Arbitrary<Example> =>
  fc
    .record({
      widths: fc.array(fc.integer({ min: 1, max: maxWidth }), { minLength: minLayers, maxLength: maxLayers }),
      classes: fc.integer({ min: 2, max: maxClasses }),
      activation: fc.constantFrom(...phis.all.map(({ name }) => name)),
      pool: fc.array(nonzero(1.5), { minLength: poolSize, maxLength: poolSize }),
      inputs: fc.array(fc.array(nonzero(2), { minLength: maxWidth, maxLength: maxWidth }), {
        minLength: 1,
        maxLength: maxExamples,
      }),
      labels: fc.array(fc.nat(11), { minLength: maxExamples, maxLength: maxExamples }),
    })
    .map(({ widths, classes, activation, pool, inputs, labels }) => ({
      layers: layersOf([...widths, classes], reader(pool, phis.of(activation).scale)),
      activation,
      inputs: inputs.map((input) => input.slice(0, widths[0])),
      labels: labels.slice(0, inputs.length).map((label) => label % classes),
    }));

/** Nets whose first hidden units are saturated, or far out: exponentials of their preactivations overflow. */
export const saturatedExample = (rules: Rules): fc.Arbitrary<Example> =>
  fc
    .tuple(
      anyExample(rules, { minLayers: 2, maxLayers: 3 }).filter(({ activation }) => {
        const phi = rules.phis.of(activation);
        // ReLU hands such numbers on to the logits, which are another law's matter.
        return !phi.isRelu && reachOf(phi) === farthest;
      }),
      fc.array(fc.constantFrom(800, -800, 2500, -2500, 0.5), { minLength: maxWidth, maxLength: maxWidth }),
    )
    .map(([{ layers, ...example }, far]) => {
      const { weights, biases } = layers[0]!;
      return { ...example, layers: layers.with(0, { weights, biases: biases.map((_, j) => far[j]!) }) };
    });
