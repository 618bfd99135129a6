import { sigmoid } from '../../../reference/activations/activations.ts';
import type { Slips } from './slips.ts';

/** The slips are made with σ, and A and B stand where they belong. */
export function logisticSlips(A: number, B: number): Slips {
  const scaled = (wrongSigmoid: (z: number) => number) => (z: number) => A * wrongSigmoid(B * z);
  const slope = (wrongSlope: (s: number) => number) => (z: number) => A * B * wrongSlope(sigmoid(B * z));
  return {
    value: {
      'ratio-overflows': scaled((z) => Math.exp(z) / (1 + Math.exp(z))),
      'without-the-exponential': scaled((z) => 1 / (1 + Math.abs(z))),
      'in-place-of-one-minus': scaled((z) => 1 / (1 - Math.exp(-z))),
      centered: scaled((z) => 2 * sigmoid(z) - 1),
    },
    slope: {
      'with-plus': slope((s) => s * (1 + s)),
      'with-minus': slope((s) => s * (s - 1)),
      'only-one-factor': slope((s) => 1 - s),
      ...(B !== 1 && { 'without-stretch': (z: number) => A * sigmoid(B * z) * sigmoid(-B * z) }),
    },
    output: {
      'with-plus': (a) => B * a * (1 + a / A),
      'is-the-argument': (a) => a,
      'only-one-factor': (a) => B * (1 - a / A),
      ...(A !== 1 && { 'not-divided': (a: number) => B * a * (1 - a) }),
      ...(B !== 1 && { 'without-scales': (a: number) => a * (1 - a / A) }),
    },
    withoutRoot: (share) => (A * (1 + (1 - share))) / 2,
  };
}
