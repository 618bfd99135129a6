import { type Misconception, misconceptions as of } from '../../grader/contract.ts';
import { sigmoid, sigmoidDerivative, tanh } from '../../reference/activations.ts';
import { saturationMisconceptions } from './misconceptions-saturation.ts';
import { isScaled, type Parameters, parametersOf, shapesOf } from './parameters.ts';
import type { SaturationTasks } from './reference.ts';

const cutTo = (limit: number, z: number): number => Math.max(-limit, Math.min(limit, z));

/** The slips are made with tanh, and A and B stand where they belong. */
function tanhMisconceptions(t: SaturationTasks, parameters: Parameters): readonly Misconception[] {
  const { amplitude: A, stretch: B } = parameters;
  const shape = shapesOf(parameters).tanh;
  const scaled = (wrongTanh: (z: number) => number) => (z: number) => A * wrongTanh(B * z);
  const slope = (wrongSlope: (z: number) => number) => (z: number) => A * B * wrongSlope(B * z);
  return [
    ...of(t.tanh, {
      'tanh-overflows': scaled((z) => (Math.exp(z) - Math.exp(-z)) / (Math.exp(z) + Math.exp(-z))),
      'tanh-overflows-to-the-right': scaled((z) => (Math.exp(2 * z) - 1) / (Math.exp(2 * z) + 1)),
      'tanh-overflows-to-the-left': scaled((z) => (1 - Math.exp(-2 * z)) / (1 + Math.exp(-2 * z))),
      'tanh-is-the-sigmoid': (z) => sigmoid(z),
      'tanh-scaled-without-shift': scaled((z) => 2 * sigmoid(2 * z)),
      'tanh-shifted-without-scale': scaled((z) => 2 * sigmoid(z) - 1),
      'tanh-mirrored': scaled((z) => -tanh(z)),
      'tanh-upside-down': scaled((z) => 1 / tanh(z)),
      'tanh-hard': scaled((z) => cutTo(1, z)),
      ...(isScaled(parameters) && {
        'tanh-without-amplitude': (z: number) => tanh(B * z),
        'tanh-without-stretch': (z: number) => A * tanh(z),
      }),
    }),
    ...of(t.tanhDerivative, {
      'tanh-slope-of-the-argument': slope((z) => 1 - z ** 2),
      'tanh-slope-of-the-activation': (z) => shape.derivative(shape.activate(z)),
      'tanh-slope-with-plus': slope((z) => 1 + tanh(z) ** 2),
      'tanh-slope-without-the-one': slope((z) => -(tanh(z) ** 2)),
      'tanh-slope-is-tanh': (z) => shape.activate(z),
      'tanh-slope-by-the-rule-of-sigmoid': slope((z) => tanh(z) * (1 - tanh(z))),
      'tanh-slope-squared-difference': slope((z) => (1 - tanh(z)) ** 2),
      'tanh-slope-without-the-square': slope((z) => 1 - tanh(z)),
      'tanh-slope-overflows': slope((z) => 1 - ((Math.exp(z) - Math.exp(-z)) / (Math.exp(z) + Math.exp(-z))) ** 2),
      'tanh-slope-of-the-sigmoid': (z) => sigmoidDerivative(z),
      ...(isScaled(parameters) && {
        'tanh-slope-without-amplitude': (z: number) => shape.derivative(z) / A,
        'tanh-slope-without-stretch': (z: number) => shape.derivative(z) / B,
      }),
    }),
  ];
}

function fromOutputMisconceptions(t: SaturationTasks, parameters: Parameters): readonly Misconception[] {
  const { amplitude: A, stretch: B } = parameters;
  const { derivative } = shapesOf(parameters).tanh;
  const slope = (wrongSlope: (a: number) => number) => (a: number) => A * B * wrongSlope(a / A);
  return [
    ...of(t.sigmoidDerivativeFromOutput, {
      'sigmoid-output-activated-again': (a) => sigmoidDerivative(a),
      'sigmoid-output-by-the-rule-of-tanh': (a) => 1 - a ** 2,
      'sigmoid-output-with-plus': (a) => a * (1 + a),
      'sigmoid-output-with-minus': (a) => a * (a - 1),
      'sigmoid-output-is-the-argument': (a) => a,
      'sigmoid-output-only-one-factor': (a) => 1 - a,
    }),
    ...of(t.tanhDerivativeFromOutput, {
      'tanh-output-activated-again': (a) => derivative(a),
      'tanh-output-by-the-rule-of-sigmoid': slope((a) => a * (1 - a)),
      'tanh-output-with-plus': slope((a) => 1 + a ** 2),
      'tanh-output-with-minus': slope((a) => a ** 2 - 1),
      'tanh-output-without-the-square': slope((a) => 1 - a),
      'tanh-output-without-the-one': slope((a) => -(a ** 2)),
      'tanh-output-squared-difference': slope((a) => (1 - a) ** 2),
      ...(isScaled(parameters) && {
        'tanh-output-not-divided': (a: number) => A * B * (1 - a ** 2),
        'tanh-output-without-scales': (a: number) => 1 - (a / A) ** 2,
      }),
    }),
  ];
}

/** What students get wrong, each as a function that answers as they do. Their names are in messages.*.json. */
export function misconceptions(tasks: SaturationTasks, given?: Partial<Parameters>): readonly Misconception[] {
  const parameters = parametersOf(given);
  return [
    ...tanhMisconceptions(tasks, parameters),
    ...fromOutputMisconceptions(tasks, parameters),
    ...saturationMisconceptions(tasks, parameters),
  ];
}
