import * as fc from 'fast-check';
import type { Tolerance } from '../../../grader/kit.ts';
import { meanLoss } from '../../../reference/deep-network.ts';
import { layerGradients, type Measured, measured } from '../../../reference/finite-differences.ts';
import type { Layer, Matrix, Vector } from '../../../reference/types.ts';
import { farthest, reachOf } from '../activations.ts';
import type { Rules } from '../rules.ts';

/** A net, and a batch of examples for it. */
export interface Example {
  readonly layers: Layer[];
  /** By its name. */
  readonly activation: string;
  readonly inputs: Matrix;
  readonly labels: number[];
}

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
export const layersOf = (sizes: readonly number[], next: () => number): Layer[] =>
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

/** Nearer to its kink than this, ReLU's derivative depends on the order of a sum. */
const kink = 1e-6;

/** As large as a preactivation gets where a function grows without bound; ReLU, which is exact, is let alone. */
const largest = 20;

/** Whether no preactivation is where ReLU has its kink, or where a function that grows is too large. */
export function isWithinReach({ phis, forward }: Rules, { layers, activation, inputs }: Example): boolean {
  const phi = phis.of(activation);
  if (phi.isRelu) return signs(forward, layers, inputs) !== undefined;
  if (phi.limit === Number.MAX_VALUE) return true;
  const farthest = Math.min(phi.limit, largest);
  return inputs.every((input) =>
    forward(layers, activation, input)
      .preactivations.flat()
      .every((z) => Math.abs(z) <= farthest),
  );
}

/** Which units of a ReLU net are on, in every example; undefined where one of them is on its kink. */
function signs(forward: Rules['forward'], layers: readonly Layer[], inputs: Matrix): string | undefined {
  let result = '';
  for (const input of inputs) {
    for (const z of forward(layers, 'relu', input).preactivations.slice(0, -1).flat()) {
      if (Math.abs(z) < kink) return undefined;
      result += z > 0 ? '+' : '-';
    }
  }
  return result;
}

/** What fourth-order central differences leave (reference/finite-differences.ts), with a margin of a thousand. */
export const measuredSlope: Tolerance = { relative: 1e-6, absolute: 1e-8 };

/** Twice the largest step that a central difference takes at weights of at most 1.5 (reference/finite-differences.ts). */
const reach = 3e-3;

/**
 * Whether the loss is smooth as far as a central difference looks: no step in any one weight or bias switches a unit of
 * a ReLU net. It is enough to look at both ends: in between, every z is linear for as long as none has changed its sign.
 * Of other functions the second derivative may jump: where it does, differences of two steps do not agree.
 */
export function isSmoothAround(rules: Rules, { layers, activation, inputs, labels }: Example): boolean {
  const phi = rules.phis.of(activation);
  if (phi.isAnalytic) return true;
  if (!phi.isRelu) return isMeasurable((moved) => meanLoss(moved, phi, inputs, labels), layers);
  const center = signs(rules.forward, layers, inputs);
  const keeps = (l: number, changed: Layer): boolean =>
    signs(rules.forward, layers.with(l, changed), inputs) === center;
  return layers.every(({ weights, biases }, l) =>
    [-reach, reach].every(
      (step) =>
        weights.every((row, j) =>
          row.every((w, i) => keeps(l, { weights: weights.with(j, row.with(i, w + step)), biases })),
        ) && biases.every((b, j) => keeps(l, { weights, biases: biases.with(j, b + step) })),
    ),
  );
}

/** Whether differences measure every slope of the loss as well as the law asks, by their own account. */
function isMeasurable(loss: (layers: readonly Layer[]) => number, layers: readonly Layer[]): boolean {
  const slopes: Measured[] = [];
  layerGradients(loss, layers, (f, x) => {
    const found = measured(f, x);
    slopes.push(found);
    return found.slope;
  });
  return slopes.every(
    ({ slope, error }) => 2 * error <= measuredSlope.relative * Math.abs(slope) + measuredSlope.absolute,
  );
}
