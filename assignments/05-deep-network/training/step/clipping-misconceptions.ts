import { gradientDescentStep } from '../../../../reference/nets/network.ts';
import { asVectors } from '../../../../reference/nets/training.ts';
import type { Clipping } from '../../parameters.ts';
import {
  boundOf,
  clipNorm,
  clipValues,
  mapped,
  normOf,
  type Parts,
  plus,
  type Step,
  scaled,
  withoutBiases,
  withoutBound,
  withoutWeights,
} from './parts.ts';

type WrongSteps = { readonly [id: string]: Step };

/** Where the norm of all gradients together is to be clipped. */
const insteadOfTheNorm = ({ clippedBy }: Parts) =>
  ({
    'clips-each-layer': clippedBy((gradients, maxNorm) => gradients.flatMap((layer) => clipNorm([layer], maxNorm))),
    'clips-weights-and-biases-apart': clippedBy((gradients, maxNorm) =>
      plus(clipNorm(withoutBiases(gradients), maxNorm), clipNorm(withoutWeights(gradients), maxNorm)),
    ),
    'norm-of-weights-only': clippedBy((gradients, maxNorm) => {
      const norm = normOf(withoutBiases(gradients));
      return scaled(gradients, norm > maxNorm ? maxNorm / norm : 1);
    }),
    'clips-by-value': clippedBy(clipValues),
    'norm-without-the-root': clippedBy((gradients, maxNorm) => {
      const squared = normOf(gradients) ** 2;
      return scaled(gradients, squared > maxNorm ? maxNorm / squared : 1);
    }),
    'sum-of-the-layers-norms': clippedBy((gradients, maxNorm) => {
      const sum = gradients.reduce((total, layer) => total + normOf([layer]), 0);
      return scaled(gradients, sum > maxNorm ? maxNorm / sum : 1);
    }),
    'sum-of-magnitudes-for-norm': clippedBy((gradients, maxNorm) => {
      const sum = asVectors(gradients)
        .flat()
        .reduce((total, g) => total + Math.abs(g), 0);
      return scaled(gradients, sum > maxNorm ? maxNorm / sum : 1);
    }),
    'largest-entry-for-norm': clippedBy((gradients, maxNorm) => {
      const largest = Math.max(...asVectors(gradients).flat().map(Math.abs));
      return scaled(gradients, largest > maxNorm ? maxNorm / largest : 1);
    }),
    'divided-by-the-squared-norm': clippedBy((gradients, maxNorm) => {
      const norm = normOf(gradients);
      return scaled(gradients, norm > maxNorm ? maxNorm / norm ** 2 : 1);
    }),
    'scaled-where-small': clippedBy((gradients, maxNorm) => {
      const norm = normOf(gradients);
      return scaled(gradients, norm < maxNorm && norm > 0 ? maxNorm / norm : 1);
    }),
    'always-scaled-to-the-limit': clippedBy((gradients, maxNorm) => scaled(gradients, maxNorm / normOf(gradients))),
    'zero-gradient-divided-by-zero': clippedBy((gradients, maxNorm) => {
      const norm = normOf(gradients);
      return norm > maxNorm || norm === 0 ? scaled(gradients, maxNorm / norm) : gradients;
    }),
  }) satisfies WrongSteps;

/** Where every entry is to be clipped by itself. */
const insteadOfTheValues = ({ clippedBy }: Parts) =>
  ({
    'clips-by-norm': clippedBy(clipNorm),
    'clips-above-only': clippedBy((gradients, limit) => mapped(gradients, (g) => Math.min(g, limit))),
    'negative-entries-to-zero': clippedBy((gradients, limit) =>
      mapped(gradients, (g) => Math.max(0, Math.min(g, limit))),
    ),
    'sign-lost-at-the-limit': clippedBy((gradients, limit) =>
      mapped(gradients, (g) => (Math.abs(g) > limit ? limit : g)),
    ),
    'large-entries-dropped': clippedBy((gradients, limit) => mapped(gradients, (g) => (Math.abs(g) > limit ? 0 : g))),
    'every-entry-at-the-limit': clippedBy((gradients, limit) => mapped(gradients, (g) => limit * Math.sign(g))),
    'scaled-by-the-largest-entry': clippedBy((gradients, limit) => {
      const largest = Math.max(...asVectors(gradients).flat().map(Math.abs));
      return scaled(gradients, largest > limit ? limit / largest : 1);
    }),
    'clips-weights-only': clippedBy((gradients, limit) =>
      plus(clipValues(withoutBiases(gradients), limit), withoutWeights(gradients)),
    ),
  }) satisfies WrongSteps;

/** Whatever is clipped: too late, too early, or not always. */
const atTheWrongPlace = ({ by, clip, clippedBy, penalty, step }: Parts) =>
  ({
    'clipping-left-out': clippedBy((gradients) => gradients),
    'clips-the-step': by((layers, gradients, { learningRate, bound, l2 }) =>
      gradientDescentStep(layers, clip(scaled(plus(gradients, penalty(layers, l2)), learningRate), bound), 1),
    ),
    'clips-the-new-weights': by((layers, gradients, { learningRate, bound, l2 }) =>
      clip(gradientDescentStep(layers, plus(gradients, penalty(layers, l2)), learningRate), bound),
    ),
    'clips-before-l2': by((layers, gradients, { learningRate, bound, l2 }) =>
      gradientDescentStep(layers, plus(clip(gradients, bound), penalty(layers, l2)), learningRate),
    ),
    'l2-only-where-it-clips': (layers, phi, inputs, labels, { l2, ...options }) =>
      step(
        layers,
        phi,
        inputs,
        labels,
        boundOf(options) === undefined || l2 === undefined ? options : { ...options, l2 },
      ),
    'clips-only-where-there-is-l2': (layers, phi, inputs, labels, options) =>
      step(layers, phi, inputs, labels, options.l2 ? options : withoutBound(options)),
  }) satisfies WrongSteps;

/** Mistakes in clipping, by their names, for the way to clip that is asked for. */
export const wrongClipping = (parts: Parts, clipping: Clipping): WrongSteps => {
  if (clipping === 'none') return {};
  const instead = clipping === 'norm' ? insteadOfTheNorm(parts) : insteadOfTheValues(parts);
  return { ...atTheWrongPlace(parts), ...instead };
};
