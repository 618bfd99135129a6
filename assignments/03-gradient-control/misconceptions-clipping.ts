import { type Misconception, misconceptions as of } from '../../grader/kit.ts';
import { globalNorm, type Norm } from '../../reference/clipping.ts';
import type { Vector } from '../../reference/types.ts';
import type { GradientControlTasks } from './reference.ts';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const squared = (values: readonly number[]): number => sum(values.map((value) => value * value));
const lengths: { readonly [N in Norm]: (values: readonly number[]) => number } = {
  l2: (values) => globalNorm([[...values]], 'l2'),
  l1: (values) => globalNorm([[...values]], 'l1'),
  max: (values) => globalNorm([[...values]], 'max'),
};

const scaled = (values: Vector, factor: number): Vector => values.map((value) => value * factor);
const toValue = (values: Vector, limit: number): Vector => values.map((v) => Math.max(-limit, Math.min(limit, v)));

type Length = (values: readonly number[]) => number;
type ByNorm = (gradient: Vector, maxNorm: number) => Vector;
type ByGlobalNorm = (gradients: Vector[], maxNorm: number) => Vector[];

/** Right but for what is taken as the norm. */
const by =
  (norm: Length): ByNorm =>
  (gradient, maxNorm) =>
    norm(gradient) > maxNorm ? scaled(gradient, maxNorm / norm(gradient)) : gradient;
const byAll =
  (norm: (gradients: readonly Vector[]) => number): ByGlobalNorm =>
  (gradients, maxNorm) =>
    norm(gradients) > maxNorm ? gradients.map((g) => scaled(g, maxNorm / norm(gradients))) : gradients;

/** Overwrites the entries of a vector. */
function scaleInPlace(values: Vector, factor: number): void {
  for (let i = 0; i < values.length; i++) values[i]! *= factor;
}

/** What is taken for the norm and is another one, or none at all. The norm itself is among them, and is left out. */
const wrongLengths: { readonly [N in Norm]: Readonly<Record<string, Length>> } = {
  l2: {
    squared,
    l1: lengths.l1,
    maximum: lengths.max,
    'root-mean-square': (values) => Math.sqrt(squared(values) / values.length),
  },
  l1: {
    squared,
    l2: lengths.l2,
    l1: lengths.l1,
    maximum: lengths.max,
    mean: (values) => lengths.l1(values) / values.length,
  },
  max: { l2: lengths.l2, l1: lengths.l1, maximum: lengths.max },
};

/** The same for one vector, where signs are forgotten. */
const signed: { readonly [N in Norm]: Readonly<Record<string, Length>> } = {
  l2: { 'of-the-sum': (values) => Math.abs(sum(values)) },
  l1: { 'of-the-sum': (values) => Math.abs(sum(values)) },
  max: { 'of-the-largest': (values) => Math.max(...values) },
};

const named = <Answer>(prefix: string, answers: Readonly<Record<string, Length>>, answer: (norm: Length) => Answer) =>
  Object.fromEntries(Object.entries(answers).map(([id, norm]) => [`${prefix}-${id}`, answer(norm)]));

function valueMisconceptions({ clipByValue }: GradientControlTasks, norm: Norm): readonly Misconception[] {
  return of(clipByValue, {
    'value-upper-side-only': (gradient, limit) => gradient.map((v) => Math.min(v, limit)),
    'value-lower-side-only': (gradient, limit) => gradient.map((v) => Math.max(v, -limit)),
    'value-from-zero': (gradient, limit) => gradient.map((v) => Math.max(0, Math.min(v, limit))),
    'value-max-for-min': (gradient, limit) => gradient.map((v) => Math.max(v, limit)),
    'value-signs-times-limit': (gradient, limit) => gradient.map((v) => Math.sign(v) * limit),
    'value-without-sign': (gradient, limit) => gradient.map((v) => Math.min(Math.abs(v), limit)),
    'value-limit-without-sign': (gradient, limit) => gradient.map((v) => (Math.abs(v) > limit ? limit : v)),
    'value-beyond-becomes-zero': (gradient, limit) => gradient.map((v) => (Math.abs(v) > limit ? 0 : v)),
    'value-beyond-left-out': (gradient, limit) => gradient.filter((v) => Math.abs(v) <= limit),
    'value-norm-for-value': by(lengths[norm]),
    // By the maximum norm they are one.
    ...(norm !== 'max' && { 'value-scaled-by-the-maximum': by(lengths.max) }),
    'value-in-place': (gradient, limit) => {
      for (const [i, v] of gradient.entries()) gradient[i] = Math.max(-limit, Math.min(limit, v));
      return gradient;
    },
  });
}

function normMisconceptions({ clipByNorm }: GradientControlTasks, norm: Norm): readonly Misconception[] {
  const length = lengths[norm];
  /** Right in when it clips, wrong in how. */
  const wrongFactor =
    (factor: (length: number, maxNorm: number) => number): ByNorm =>
    (gradient, maxNorm) =>
      length(gradient) > maxNorm ? scaled(gradient, factor(length(gradient), maxNorm)) : gradient;
  return of(clipByNorm, {
    'norm-by-value': toValue,
    'norm-scales-always': (gradient, maxNorm) => scaled(gradient, maxNorm / (length(gradient) || 1)),
    'norm-not-a-number-at-zero': (gradient, maxNorm) =>
      scaled(gradient, Math.min(length(gradient), maxNorm) / length(gradient)),
    ...named('norm', { ...wrongLengths[norm], ...signed[norm] }, by),
    'norm-factor-by-the-square': wrongFactor((size, maxNorm) => maxNorm / size ** 2),
    'norm-to-unit-length': wrongFactor((size) => 1 / size),
    'norm-times-maxnorm': wrongFactor((_, maxNorm) => maxNorm),
    'norm-factor-upside-down': wrongFactor((size, maxNorm) => size / maxNorm),
    'norm-beyond-becomes-zero': wrongFactor(() => 0),
    'norm-turned-around': wrongFactor((size, maxNorm) => -maxNorm / size),
    'norm-without-sign': (gradient, maxNorm) => by(length)(gradient, maxNorm).map(Math.abs),
    'norm-condition-reversed': (gradient, maxNorm) =>
      length(gradient) < maxNorm ? scaled(gradient, maxNorm / (length(gradient) || 1)) : gradient,
    'norm-in-place': (gradient, maxNorm) => {
      const size = length(gradient);
      if (size > maxNorm) scaleInPlace(gradient, maxNorm / size);
      return gradient;
    },
  });
}

/** What one of K vectors may be long for all of them to be as long as maxNorm, where all are equally long. */
const shares: { readonly [N in Norm]: ((vectors: number) => number) | undefined } = {
  l2: (vectors) => 1 / Math.sqrt(vectors),
  l1: (vectors) => 1 / vectors,
  // The share is the whole, and the slip is that of one vector at a time.
  max: undefined,
};

function globalMisconceptions({ clipByGlobalNorm }: GradientControlTasks, norm: Norm): readonly Misconception[] {
  const length = lengths[norm];
  const share = shares[norm];
  const wrongFactor =
    (factor: (length: number, maxNorm: number) => number): ByGlobalNorm =>
    (gradients, maxNorm) => {
      const size = length(gradients.flat());
      return size > maxNorm ? gradients.map((g) => scaled(g, factor(size, maxNorm))) : gradients;
    };
  return of(clipByGlobalNorm, {
    'global-one-vector-at-a-time': (gradients, maxNorm) => gradients.map((g) => by(length)(g, maxNorm)),
    'global-each-by-its-own-norm': (gradients, maxNorm) =>
      length(gradients.flat()) > maxNorm ? gradients.map((g) => scaled(g, maxNorm / (length(g) || 1))) : gradients,
    ...(share && {
      'global-equal-shares': (gradients: Vector[], maxNorm: number) =>
        gradients.map((g) => by(length)(g, maxNorm * share(gradients.length))),
    }),
    'global-mean-of-norms': byAll((gradients) => sum(gradients.map(length)) / gradients.length),
    'global-sum-of-norms': byAll((gradients) => sum(gradients.map(length))),
    'global-largest-norm': byAll((gradients) => Math.max(...gradients.map(length))),
    'global-first-norm': byAll((gradients) => length(gradients[0] ?? [])),
    ...named('global', wrongLengths[norm], (wrong) => byAll((gradients) => wrong(gradients.flat()))),
    'global-by-value': (gradients, limit) => gradients.map((g) => toValue(g, limit)),
    'global-scales-always': (gradients, maxNorm) =>
      gradients.map((g) => scaled(g, maxNorm / (length(gradients.flat()) || 1))),
    'global-not-a-number-at-zero': (gradients, maxNorm) => {
      const size = length(gradients.flat());
      return gradients.map((g) => scaled(g, Math.min(size, maxNorm) / size));
    },
    'global-factor-by-the-square': wrongFactor((size, maxNorm) => maxNorm / size ** 2),
    'global-to-unit-length': wrongFactor((size) => 1 / size),
    'global-factor-upside-down': wrongFactor((size, maxNorm) => size / maxNorm),
    'global-flattened': (gradients, maxNorm) => [by(length)(gradients.flat(), maxNorm)],
    'global-in-place': (gradients, maxNorm) => {
      const size = length(gradients.flat());
      if (size > maxNorm) for (const g of gradients) scaleInPlace(g, maxNorm / size);
      return gradients;
    },
  });
}

export const clippingMisconceptions = (tasks: GradientControlTasks, norm: Norm): readonly Misconception[] => [
  ...valueMisconceptions(tasks, norm),
  ...normMisconceptions(tasks, norm),
  ...globalMisconceptions(tasks, norm),
];
