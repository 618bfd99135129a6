import fc, { type Arbitrary } from 'fast-check';
import type { Chain } from '../../reference/chain.ts';
import type { Layer, Vector } from '../../reference/types.ts';

/** Numbers with few digits, so that a counterexample can be checked by hand: k/10^digits with |value| ≤ limit. */
export function decimal(limit: number, digits = 1): Arbitrary<number> {
  const scale = 10 ** digits;
  const bound = Math.round(limit * scale);
  return fc.integer({ min: -bound, max: bound }).map((k) => k / scale);
}

/** A decimal of at least 0.1 in absolute value: no factor that hides what it multiplies. */
export const nonzero = (limit: number): Arbitrary<number> => decimal(limit).map((x) => (x === 0 ? 0.5 : x));

/** Targets: labels, and the soft ones in between. */
export const target: Arbitrary<number> = fc.constantFrom(0, 1, 0.5, 0.25, 0.9);

/** Predictions well inside (0, 1) and, now and then, as close to its ends as the contract allows. */
export const prediction: Arbitrary<number> = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 99 }).map((k) => k / 100) },
  { weight: 1, arbitrary: fc.constantFrom(1e-12, 1e-6, 1 - 1e-6, 1 - 1e-12) },
);

/** Targets and predictions of equal length, from one on. */
export const targetsAndPredictions: Arbitrary<[targets: Vector, predictions: Vector]> = fc
  .array(fc.tuple(target, prediction), { minLength: 1, maxLength: 6 })
  .map((pairs) => [pairs.map(([t]) => t), pairs.map(([, y]) => y)]);

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

export interface Example {
  readonly layers: Layer[];
  readonly input: Vector;
  readonly targets: Vector;
}

/**
 * A net of `minLayers` to `maxLayers` layers of one to four units, with an input and targets. Widths differ as a rule,
 * which is where a transposed matrix or the derivative of another layer shows. |z| stays below 11, so that 1 − σ(z) keeps ten digits.
 *
 * Sizes and entries are drawn side by side and not one from the other: each then shrinks by itself.
 */
export const exampleOf = (maxLayers: number, minLayers = 1): Arbitrary<Example> =>
  fc
    .record({
      sizes: fc.array(fc.integer({ min: 1, max: maxWidth }), { minLength: minLayers + 1, maxLength: maxLayers + 1 }),
      pool: fc.array(nonzero(1.5), { minLength: poolSize, maxLength: poolSize }),
      inputs: fc.array(nonzero(1.5), { minLength: maxWidth, maxLength: maxWidth }),
      targets: fc.array(target, { minLength: maxWidth, maxLength: maxWidth }),
    })
    .map(({ sizes, pool, inputs, targets }) => {
      const next = reader(pool);
      return {
        layers: sizes.slice(1).map((fanOut, l) => layer(sizes[l]!, fanOut, next)),
        input: inputs.slice(0, sizes[0]),
        targets: targets.slice(0, sizes.at(-1)),
      };
    });

/** Up to three layers, and as many gradients of the same shapes, with entries of their own. */
export const layersAndGradients: Arbitrary<[layers: Layer[], gradients: Layer[]]> = fc
  .record({
    sizes: fc.array(fc.integer({ min: 1, max: maxWidth }), { minLength: 2, maxLength: 4 }),
    pool: fc.array(nonzero(3), { minLength: poolSize, maxLength: poolSize }),
  })
  .map(({ sizes, pool }) => {
    const next = reader(pool);
    const make = (): Layer[] => sizes.slice(1).map((fanOut, l) => layer(sizes[l]!, fanOut, next));
    return [make(), make()];
  });

/** A chain of at least two neurons; weights with |w| ≤ 3, none of them 0. */
export const chainOf = (maxNeurons: number, minNeurons = 2): Arbitrary<Chain> =>
  fc
    .array(fc.tuple(nonzero(3), decimal(1)), { minLength: minNeurons, maxLength: maxNeurons })
    .map((neurons) => ({ weights: neurons.map(([w]) => w), biases: neurons.map(([, b]) => b) }));
