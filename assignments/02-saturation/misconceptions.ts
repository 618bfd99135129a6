import { type Misconception, misconceptions as of } from '../../grader/contract.ts';
import { sigmoid, sigmoidDerivative, tanh, tanhDerivative } from '../../reference/activations.ts';
import { saturationMisconceptions } from './misconceptions-saturation.ts';
import type { SaturationTasks } from './reference.ts';

const cutTo = (limit: number, z: number): number => Math.max(-limit, Math.min(limit, z));

const tanhMisconceptions = (t: SaturationTasks): readonly Misconception[] => [
  ...of(t.tanh, {
    'tanh-overflows': (z) => (Math.exp(z) - Math.exp(-z)) / (Math.exp(z) + Math.exp(-z)),
    'tanh-overflows-to-the-right': (z) => (Math.exp(2 * z) - 1) / (Math.exp(2 * z) + 1),
    'tanh-overflows-to-the-left': (z) => (1 - Math.exp(-2 * z)) / (1 + Math.exp(-2 * z)),
    'tanh-is-the-sigmoid': (z) => sigmoid(z),
    'tanh-scaled-without-shift': (z) => 2 * sigmoid(2 * z),
    'tanh-shifted-without-scale': (z) => 2 * sigmoid(z) - 1,
    'tanh-mirrored': (z) => -tanh(z),
    'tanh-upside-down': (z) => 1 / tanh(z),
    'tanh-hard': (z) => cutTo(1, z),
  }),
  ...of(t.tanhDerivative, {
    'tanh-slope-of-the-argument': (z) => 1 - z ** 2,
    'tanh-slope-of-the-activation': (z) => tanhDerivative(tanh(z)),
    'tanh-slope-with-plus': (z) => 1 + tanh(z) ** 2,
    'tanh-slope-without-the-one': (z) => -(tanh(z) ** 2),
    'tanh-slope-is-tanh': (z) => tanh(z),
    'tanh-slope-by-the-rule-of-sigmoid': (z) => tanh(z) * (1 - tanh(z)),
    'tanh-slope-squared-difference': (z) => (1 - tanh(z)) ** 2,
    'tanh-slope-without-the-square': (z) => 1 - tanh(z),
    'tanh-slope-overflows': (z) => 1 - ((Math.exp(z) - Math.exp(-z)) / (Math.exp(z) + Math.exp(-z))) ** 2,
    'tanh-slope-of-the-sigmoid': (z) => sigmoidDerivative(z),
  }),
];

const fromOutputMisconceptions = (t: SaturationTasks): readonly Misconception[] => [
  ...of(t.sigmoidDerivativeFromOutput, {
    'sigmoid-output-activated-again': (a) => sigmoidDerivative(a),
    'sigmoid-output-by-the-rule-of-tanh': (a) => 1 - a ** 2,
    'sigmoid-output-with-plus': (a) => a * (1 + a),
    'sigmoid-output-with-minus': (a) => a * (a - 1),
    'sigmoid-output-is-the-argument': (a) => a,
    'sigmoid-output-only-one-factor': (a) => 1 - a,
  }),
  ...of(t.tanhDerivativeFromOutput, {
    'tanh-output-activated-again': (a) => tanhDerivative(a),
    'tanh-output-by-the-rule-of-sigmoid': (a) => a * (1 - a),
    'tanh-output-with-plus': (a) => 1 + a ** 2,
    'tanh-output-with-minus': (a) => a ** 2 - 1,
    'tanh-output-without-the-square': (a) => 1 - a,
    'tanh-output-without-the-one': (a) => -(a ** 2),
    'tanh-output-squared-difference': (a) => (1 - a) ** 2,
  }),
];

/** What students get wrong, each as a function that answers as they do. Their names are in messages.*.json. */
export const misconceptions = (tasks: SaturationTasks): readonly Misconception[] => [
  ...tanhMisconceptions(tasks),
  ...fromOutputMisconceptions(tasks),
  ...saturationMisconceptions(tasks),
];
