import type { Tolerance } from '../../../grader/kit.ts';
import { meanLoss } from '../../../reference/nets/deep-network.ts';
import { layerGradients, type Measured, measured } from '../../../reference/numerics/finite-differences.ts';
import type { Layer, Matrix } from '../../../reference/numerics/types.ts';
import type { Rules } from '../rules.ts';
import type { Example } from './example.ts';

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

/** What fourth-order central differences leave (reference/numerics/finite-differences.ts), with a margin of a thousand. */
export const measuredSlope: Tolerance = { relative: 1e-6, absolute: 1e-8 };

/** Twice the largest step that a central difference takes at weights of at most 1.5 (reference/numerics/finite-differences.ts). */
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
