import { type Misconception, misconceptions as of } from '../../../grader/kit.ts';
import type { Norm } from '../../../reference/nets/clipping.ts';
import type { Vector } from '../../../reference/numerics/types.ts';
import type { GradientControlTasks } from '../reference.ts';
import { by, lengths, named, scaled, scaleInPlace, sum, toValue, wrongLengths } from './slips.ts';

type ByGlobalNorm = (gradients: Vector[], maxNorm: number) => Vector[];

/** Right but for what is taken as the norm of all vectors together. */
const byAll =
  (norm: (gradients: readonly Vector[]) => number): ByGlobalNorm =>
  (gradients, maxNorm) =>
    norm(gradients) > maxNorm ? gradients.map((g) => scaled(g, maxNorm / norm(gradients))) : gradients;

/** What one of K vectors may be long for all of them to be as long as maxNorm, where all are equally long. */
const shares: { readonly [N in Norm]: ((vectors: number) => number) | undefined } = {
  l2: (vectors) => 1 / Math.sqrt(vectors),
  l1: (vectors) => 1 / vectors,
  // The share is the whole, and the slip is that of one vector at a time.
  max: undefined,
};

export function globalNormMisconceptions(
  { clipByGlobalNorm }: GradientControlTasks,
  norm: Norm,
): readonly Misconception[] {
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
    'global-one-in-the-condition': (gradients, maxNorm) => {
      const size = length(gradients.flat());
      return size > 1 ? gradients.map((g) => scaled(g, maxNorm / size)) : gradients;
    },
    'global-limit-is-one': (gradients) => {
      const size = length(gradients.flat());
      return size > 1 ? gradients.map((g) => scaled(g, 1 / size)) : gradients;
    },
    'global-flattened': (gradients, maxNorm) => [by(length)(gradients.flat(), maxNorm)],
    'global-in-place': (gradients, maxNorm) => {
      const size = length(gradients.flat());
      if (size > maxNorm) for (const g of gradients) scaleInPlace(g, maxNorm / size);
      return gradients;
    },
  });
}
