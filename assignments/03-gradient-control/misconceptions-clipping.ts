import { type Misconception, misconceptions as of } from '../../grader/contract.ts';
import type { Vector } from '../../reference/types.ts';
import type { GradientControlTasks } from './reference.ts';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const squared = (values: readonly number[]): number => sum(values.map((value) => value * value));
const l2 = (values: readonly number[]): number => Math.sqrt(squared(values));
const l1 = (values: readonly number[]): number => sum(values.map(Math.abs));
const maximum = (values: readonly number[]): number => Math.max(...values.map(Math.abs));
const rootMeanSquare = (values: readonly number[]): number => Math.sqrt(squared(values) / values.length);

const scaled = (values: Vector, factor: number): Vector => values.map((value) => value * factor);
const toValue = (values: Vector, limit: number): Vector => values.map((v) => Math.max(-limit, Math.min(limit, v)));

type ByNorm = (gradient: Vector, maxNorm: number) => Vector;
type ByGlobalNorm = (gradients: Vector[], maxNorm: number) => Vector[];

/** Right but for what is taken as the norm. */
const by =
  (norm: (values: readonly number[]) => number): ByNorm =>
  (gradient, maxNorm) =>
    norm(gradient) > maxNorm ? scaled(gradient, maxNorm / norm(gradient)) : gradient;
const byAll =
  (norm: (gradients: readonly Vector[]) => number): ByGlobalNorm =>
  (gradients, maxNorm) =>
    norm(gradients) > maxNorm ? gradients.map((g) => scaled(g, maxNorm / norm(gradients))) : gradients;

/** Right in when it clips, wrong in how. */
const wrongFactor =
  (factor: (norm: number, maxNorm: number) => number): ByNorm =>
  (gradient, maxNorm) =>
    l2(gradient) > maxNorm ? scaled(gradient, factor(l2(gradient), maxNorm)) : gradient;
const wrongGlobalFactor =
  (factor: (norm: number, maxNorm: number) => number): ByGlobalNorm =>
  (gradients, maxNorm) => {
    const norm = l2(gradients.flat());
    return norm > maxNorm ? gradients.map((g) => scaled(g, factor(norm, maxNorm))) : gradients;
  };

/** Overwrites the entries of a vector. */
function scaleInPlace(values: Vector, factor: number): void {
  for (let i = 0; i < values.length; i++) values[i]! *= factor;
}

export const clippingMisconceptions = (t: GradientControlTasks): readonly Misconception[] => [
  ...of(t.clipByValue, {
    'value-upper-side-only': (gradient, limit) => gradient.map((v) => Math.min(v, limit)),
    'value-lower-side-only': (gradient, limit) => gradient.map((v) => Math.max(v, -limit)),
    'value-from-zero': (gradient, limit) => gradient.map((v) => Math.max(0, Math.min(v, limit))),
    'value-max-for-min': (gradient, limit) => gradient.map((v) => Math.max(v, limit)),
    'value-signs-times-limit': (gradient, limit) => gradient.map((v) => Math.sign(v) * limit),
    'value-without-sign': (gradient, limit) => gradient.map((v) => Math.min(Math.abs(v), limit)),
    'value-limit-without-sign': (gradient, limit) => gradient.map((v) => (Math.abs(v) > limit ? limit : v)),
    'value-beyond-becomes-zero': (gradient, limit) => gradient.map((v) => (Math.abs(v) > limit ? 0 : v)),
    'value-beyond-left-out': (gradient, limit) => gradient.filter((v) => Math.abs(v) <= limit),
    'value-norm-for-value': by(l2),
    'value-scaled-by-the-maximum': by(maximum),
    'value-in-place': (gradient, limit) => {
      for (const [i, v] of gradient.entries()) gradient[i] = Math.max(-limit, Math.min(limit, v));
      return gradient;
    },
  }),
  ...of(t.clipByNorm, {
    'norm-by-value': toValue,
    'norm-scales-always': (gradient, maxNorm) => scaled(gradient, maxNorm / (l2(gradient) || 1)),
    'norm-not-a-number-at-zero': (gradient, maxNorm) =>
      scaled(gradient, Math.min(l2(gradient), maxNorm) / l2(gradient)),
    'norm-squared': by(squared),
    'norm-l1': by(l1),
    'norm-maximum': by(maximum),
    'norm-root-mean-square': by(rootMeanSquare),
    'norm-of-the-sum': by((values) => Math.abs(sum(values))),
    'norm-factor-by-the-square': wrongFactor((norm, maxNorm) => maxNorm / norm ** 2),
    'norm-to-unit-length': wrongFactor((norm) => 1 / norm),
    'norm-times-maxnorm': wrongFactor((_, maxNorm) => maxNorm),
    'norm-factor-upside-down': wrongFactor((norm, maxNorm) => norm / maxNorm),
    'norm-beyond-becomes-zero': wrongFactor(() => 0),
    'norm-turned-around': wrongFactor((norm, maxNorm) => -maxNorm / norm),
    'norm-without-sign': (gradient, maxNorm) => by(l2)(gradient, maxNorm).map(Math.abs),
    'norm-condition-reversed': (gradient, maxNorm) =>
      l2(gradient) < maxNorm ? scaled(gradient, maxNorm / (l2(gradient) || 1)) : gradient,
    'norm-in-place': (gradient, maxNorm) => {
      const norm = l2(gradient);
      if (norm > maxNorm) scaleInPlace(gradient, maxNorm / norm);
      return gradient;
    },
  }),
  ...of(t.clipByGlobalNorm, {
    'global-one-vector-at-a-time': (gradients, maxNorm) => gradients.map((g) => by(l2)(g, maxNorm)),
    'global-each-by-its-own-norm': (gradients, maxNorm) =>
      l2(gradients.flat()) > maxNorm ? gradients.map((g) => scaled(g, maxNorm / (l2(g) || 1))) : gradients,
    'global-equal-shares': (gradients, maxNorm) =>
      gradients.map((g) => by(l2)(g, maxNorm / Math.sqrt(gradients.length))),
    'global-mean-of-norms': byAll((gradients) => sum(gradients.map(l2)) / gradients.length),
    'global-sum-of-norms': byAll((gradients) => sum(gradients.map(l2))),
    'global-largest-norm': byAll((gradients) => Math.max(...gradients.map(l2))),
    'global-first-norm': byAll((gradients) => l2(gradients[0] ?? [])),
    'global-squared': byAll((gradients) => squared(gradients.flat())),
    'global-l1': byAll((gradients) => l1(gradients.flat())),
    'global-maximum': byAll((gradients) => maximum(gradients.flat())),
    'global-root-mean-square': byAll((gradients) => rootMeanSquare(gradients.flat())),
    'global-by-value': (gradients, limit) => gradients.map((g) => toValue(g, limit)),
    'global-scales-always': (gradients, maxNorm) =>
      gradients.map((g) => scaled(g, maxNorm / (l2(gradients.flat()) || 1))),
    'global-not-a-number-at-zero': (gradients, maxNorm) => {
      const norm = l2(gradients.flat());
      return gradients.map((g) => scaled(g, Math.min(norm, maxNorm) / norm));
    },
    'global-factor-by-the-square': wrongGlobalFactor((norm, maxNorm) => maxNorm / norm ** 2),
    'global-to-unit-length': wrongGlobalFactor((norm) => 1 / norm),
    'global-factor-upside-down': wrongGlobalFactor((norm, maxNorm) => norm / maxNorm),
    'global-flattened': (gradients, maxNorm) => [by(l2)(gradients.flat(), maxNorm)],
    'global-in-place': (gradients, maxNorm) => {
      const norm = l2(gradients.flat());
      if (norm > maxNorm) for (const g of gradients) scaleInPlace(g, maxNorm / norm);
      return gradients;
    },
  }),
];
