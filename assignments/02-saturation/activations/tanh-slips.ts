import { sigmoid, tanh } from '../../../reference/activations/activations.ts';
import type { Slips } from './slips.ts';

const ratio = (z: number): number => (Math.exp(z) - Math.exp(-z)) / (Math.exp(z) + Math.exp(-z));

/** The slips are made with tanh, and A and B stand where they belong. */
export function tanhSlips(A: number, B: number): Slips {
  const scaled = (wrongTanh: (z: number) => number) => (z: number) => A * wrongTanh(B * z);
  const slope = (wrongSlope: (z: number) => number) => (z: number) => A * B * wrongSlope(B * z);
  const ofOutput = (wrongSlope: (a: number) => number) => (a: number) => A * B * wrongSlope(a / A);
  return {
    value: {
      overflows: scaled(ratio),
      'overflows-to-the-right': scaled((z) => (Math.exp(2 * z) - 1) / (Math.exp(2 * z) + 1)),
      'overflows-to-the-left': scaled((z) => (1 - Math.exp(-2 * z)) / (1 + Math.exp(-2 * z))),
      'scaled-without-shift': scaled((z) => 2 * sigmoid(2 * z)),
      'shifted-without-scale': scaled((z) => 2 * sigmoid(z) - 1),
      'upside-down': scaled((z) => 1 / tanh(z)),
    },
    slope: {
      'with-plus': slope((z) => 1 + tanh(z) ** 2),
      'without-the-one': slope((z) => -(tanh(z) ** 2)),
      'squared-difference': slope((z) => (1 - tanh(z)) ** 2),
      'without-the-square': slope((z) => 1 - tanh(z)),
      overflows: slope((z) => 1 - ratio(z) ** 2),
      ...(B !== 1 && { 'without-stretch': (z: number) => A * (1 - tanh(B * z) ** 2) }),
    },
    output: {
      'with-plus': ofOutput((a) => 1 + a ** 2),
      'without-the-square': ofOutput((a) => 1 - a),
      'without-the-one': ofOutput((a) => -(a ** 2)),
      'squared-difference': ofOutput((a) => (1 - a) ** 2),
      ...((A !== 1 || B !== 1) && {
        'not-divided': (a: number) => A * B * (1 - a ** 2),
        'without-scales': (a: number) => 1 - (a / A) ** 2,
      }),
    },
    withoutRoot: (share) => A * (1 - share),
  };
}
