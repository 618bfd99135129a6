import { type Misconception, misconceptions as of } from '../../../grader/kit.ts';
import type { Norm } from '../../../reference/nets/clipping.ts';
import type { GradientControlTasks } from '../reference.ts';
import {
  type ByNorm,
  by,
  type Length,
  lengths,
  named,
  scaled,
  scaleInPlace,
  sum,
  toValue,
  wrongLengths,
} from './slips.ts';

/** The same for one vector, where signs are forgotten. */
const signed: { readonly [N in Norm]: Readonly<Record<string, Length>> } = {
  l2: { 'of-the-sum': (values) => Math.abs(sum(values)) },
  l1: { 'of-the-sum': (values) => Math.abs(sum(values)) },
  max: { 'of-the-largest': (values) => Math.max(...values) },
};

export function normMisconceptions({ clipByNorm }: GradientControlTasks, norm: Norm): readonly Misconception[] {
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
    'norm-one-in-the-condition': (gradient, maxNorm) =>
      length(gradient) > 1 ? scaled(gradient, maxNorm / length(gradient)) : gradient,
    'norm-limit-is-one': (gradient) => (length(gradient) > 1 ? scaled(gradient, 1 / length(gradient)) : gradient),
    'norm-in-place': (gradient, maxNorm) => {
      const size = length(gradient);
      if (size > maxNorm) scaleInPlace(gradient, maxNorm / size);
      return gradient;
    },
  });
}
