import { clipByValue, globalNorm } from '../../../../reference/nets/clipping.ts';
import type { Nonlinearity } from '../../../../reference/nets/deep-network.ts';
import { gradientDescentStep } from '../../../../reference/nets/network.ts';
import { asVectors, regularizedGradients, type StepOptions } from '../../../../reference/nets/training.ts';
import type { Layer, Matrix } from '../../../../reference/numerics/types.ts';
import type { Rules } from '../../rules.ts';

/** Where right steps differ: ε of maxNorm/(‖g‖ + ε), and the derivative of ReLU at its kink. */
export interface Choices {
  readonly margin: number;
  readonly slopeAtKink: number;
}

/** The largest ε that libraries add to a norm: PyTorch's. */
export const largestMargin = 1e-6;

/** Nearer to 0 than this, the sign of a preactivation depends on the order of a sum. */
const kink = 1e-9;

/** φ as one of those who are right takes it. */
function chosen(rules: Rules, activation: string, { slopeAtKink }: Choices): Nonlinearity {
  const phi = rules.phis.of(activation);
  if (!phi.isRelu) return phi;
  return { ...phi, derivative: (z) => (Math.abs(z) < kink ? slopeAtKink : phi.derivative(z)) };
}

/** What a step multiplies the gradient by, so that its norm is maxNorm at most. */
export function clippingFactor(norm: number, maxNorm: number | undefined, { margin }: Choices): number {
  if (maxNorm === undefined || norm === 0) return 1;
  return Math.min(1, maxNorm / (norm + margin));
}

/** The gradient of mean loss and penalty, not clipped. */
export const gradientsUnder = (
  rules: Rules,
  choices: Choices,
  [layers, activation, inputs, labels, { l2 = 0 }]: readonly [
    layers: readonly Layer[],
    activation: string,
    inputs: Matrix,
    labels: readonly number[],
    options: StepOptions,
  ],
): Layer[] => regularizedGradients(layers, chosen(rules, activation, choices), inputs, labels, rules.strength * l2);

/** The step of somebody who has chosen so. */
export function stepUnder(rules: Rules, choices: Choices, args: Parameters<typeof gradientsUnder>[2]): Layer[] {
  const [layers, , , , { learningRate, maxNorm, limit }] = args;
  const gradients = gradientsUnder(rules, choices, args);
  if (limit !== undefined) {
    const clipped = gradients.map(({ weights, biases }) => ({
      weights: weights.map((row) => clipByValue(row, limit)),
      biases: clipByValue(biases, limit),
    }));
    return gradientDescentStep(layers, clipped, learningRate);
  }
  const factor = clippingFactor(globalNorm(asVectors(gradients)), maxNorm, choices);
  return gradientDescentStep(layers, gradients, learningRate * factor);
}
