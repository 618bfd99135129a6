import fc, { type Arbitrary } from 'fast-check';
import { type Activation, activations, deepForward } from '../../reference/deep-network.ts';
import type { Layer, Matrix, Vector } from '../../reference/types.ts';

/** A net, and a batch of examples for it. */
export interface Example {
  readonly layers: Layer[];
  readonly activation: Activation;
  readonly inputs: Matrix;
  readonly labels: number[];
}

/** k/10 with |value| ≤ limit, never 0: few digits to check by hand, and no factor that hides what it multiplies. */
export const nonzero = (limit: number): Arbitrary<number> =>
  fc.integer({ min: -10 * limit, max: 10 * limit }).map((k) => (k === 0 ? 0.5 : k / 10));

/** A state of the generator, each as likely: fast-check by itself would take small numbers every other time. */
export const seed: Arbitrary<number> = fc.noBias(fc.integer({ min: 0, max: 2 ** 32 - 1 }));

const maxWidth = 4;
const maxExamples = 4;
const poolSize = 60;

/** Reads numbers one after the other out of what was drawn, from the start again at the end. */
function reader(pool: readonly number[]): () => number {
  let at = 0;
  return () => pool[at++ % pool.length]!;
}

const vectorOf = (length: number, next: () => number): Vector => Array.from({ length }, next);
const matrixOf = (rows: number, columns: number, next: () => number): Matrix =>
  Array.from({ length: rows }, () => vectorOf(columns, next));

/** Nets of the given widths, entry by entry out of a pool. */
export const layersOf = (sizes: readonly number[], next: () => number): Layer[] =>
  sizes.slice(1).map((fanOut, l) => ({ weights: matrixOf(fanOut, sizes[l]!, next), biases: vectorOf(fanOut, next) }));

/**
 * A net of `minLayers` to `maxLayers` layers, the linear one counted, of one to four units and two to four classes, with
 * one to four examples. Widths differ as a rule, which is where a transposed matrix or the derivative of another layer
 * shows.
 *
 * Sizes and entries are drawn side by side and not one from the other: each then shrinks by itself.
 */
export function exampleOf({ minLayers = 1, maxLayers = 3 } = {}): Arbitrary<Example> {
  return fc
    .record({
      widths: fc.array(fc.integer({ min: 1, max: maxWidth }), { minLength: minLayers, maxLength: maxLayers }),
      classes: fc.integer({ min: 2, max: maxWidth }),
      activation: fc.constantFrom(...activations),
      pool: fc.array(nonzero(1.5), { minLength: poolSize, maxLength: poolSize }),
      inputs: fc.array(fc.array(nonzero(2), { minLength: maxWidth, maxLength: maxWidth }), {
        minLength: 1,
        maxLength: maxExamples,
      }),
      labels: fc.array(fc.nat(11), { minLength: maxExamples, maxLength: maxExamples }),
    })
    .map(({ widths, classes, activation, pool, inputs, labels }) => ({
      layers: layersOf([...widths, classes], reader(pool)),
      activation,
      inputs: inputs.map((input) => input.slice(0, widths[0])),
      labels: labels.slice(0, inputs.length).map((label) => label % classes),
    }))
    .filter(({ layers, activation, inputs }) => activation !== 'relu' || signs(layers, inputs) !== undefined);
}

/** Nearer to its kink than this, ReLU's derivative depends on the order of a sum. */
const kink = 1e-6;

/** Which units of a ReLU net are on, in every example; undefined where one of them is on its kink. */
function signs(layers: readonly Layer[], inputs: Matrix): string | undefined {
  let result = '';
  for (const input of inputs) {
    for (const z of deepForward(layers, 'relu', input).preactivations.slice(0, -1).flat()) {
      if (Math.abs(z) < kink) return undefined;
      result += z > 0 ? '+' : '-';
    }
  }
  return result;
}

/** Twice the largest step that a central difference takes at weights of at most 1.5 (reference/finite-differences.ts). */
const reach = 3e-3;

/**
 * Whether the loss is smooth as far as a central difference looks: no step in any one weight or bias switches a unit of
 * a ReLU net. It is enough to look at both ends: in between, every z is linear for as long as none has changed its sign.
 */
export function isSmoothAround({ layers, activation, inputs }: Example): boolean {
  if (activation !== 'relu') return true;
  const center = signs(layers, inputs);
  const keeps = (l: number, changed: Layer): boolean => signs(layers.with(l, changed), inputs) === center;
  return layers.every(({ weights, biases }, l) =>
    [-reach, reach].every(
      (step) =>
        weights.every((row, j) =>
          row.every((w, i) => keeps(l, { weights: weights.with(j, row.with(i, w + step)), biases })),
        ) && biases.every((b, j) => keeps(l, { weights, biases: biases.with(j, b + step) })),
    ),
  );
}
