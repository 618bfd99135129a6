import { domain, inputs, limited, listOf, real, type TaskDomain, type Tolerance } from '../../../grader/kit.ts';
import { globalNorm, type Norm } from '../../../reference/nets/clipping.ts';
import type { Vector } from '../../../reference/numerics/types.ts';
import type { GradientControlTasks } from '../reference.ts';
import { manyVectors, oneVector, scaled } from './kinds.ts';
import { limitLandmarks, normLandmarks } from './landmarks.ts';
import { type Clipped, withNeighbors, withValueNeighbors } from './neighbors.ts';

/** Of one vector, and of several together; of these, a thousand in one and a hundred vectors are landmarks. */
const longest = 1000;
const mostVectors = 25;
const entry = real({ from: -1e6, to: 1e6, usual: [-3, 3] });
const limit = real({ from: 1e-3, to: 1e3, usual: [0.1, 3] });
const gradient = listOf({ length: [0, longest], entries: entry });

/** A few roundings; the absolute part is for formulas whose terms cancel, as (|g + c| − |g − c|)/2. */
const ofEntries = ([gradient]: readonly [Vector, number]): Tolerance => ({
  relative: 1e-9,
  absolute: 1e-15 * Math.max(1, ...gradient.map(Math.abs)),
});

/** maxNorm/(‖g‖ + ε), with any ε up to 1e-6, is accepted for maxNorm/‖g‖: less by the share ε/(‖g‖ + ε). */
const withEpsilon = (norm: number): Tolerance => ({
  relative: 1e-9 + (norm > 0 ? 1e-6 / norm : 0),
  absolute: 0,
});

/** Norms between 0 and this are not asked about: there an ε of 1e-6 would be seen. */
const leastNorm = 0.1;

/** One vector, and a list of vectors, whose norm of all entries together is 0 or at least 0.1. */
function gradients(norm: Norm) {
  const isAsked = (all: readonly Vector[]): boolean => {
    const size = globalNorm(all, norm);
    return size === 0 || size >= leastNorm;
  };
  /** Half of one where it would be too small. */
  const enlarged = (all: readonly Vector[]): readonly Vector[] =>
    isAsked(all) ? all : all.map((one) => scaled(one, 0.5 / globalNorm(all, norm)));
  return {
    one: limited(gradient, { settled: (one) => enlarged([one])[0]!, where: (one) => isAsked([one]) }),
    many: limited(
      listOf({ length: [1, mostVectors], entries: listOf({ length: [0, longest / mostVectors], entries: entry }) }),
      {
        settled: (all) => [...enlarged(all)],
        where: isAsked,
      },
    ),
  };
}

export function clippingDomains(t: GradientControlTasks, norm: Norm): readonly TaskDomain[] {
  const { one, many } = gradients(norm);
  const [vector, vectors] = [oneVector(norm), manyVectors(norm)];
  return [
    domain(t.clipByValue, withValueNeighbors(inputs<Clipped<Vector>>(['gradient', 'limit'], [gradient, limit])), {
      tolerance: ofEntries,
      landmarks: limitLandmarks(longest),
    }),
    domain(t.clipByNorm, withNeighbors(inputs<Clipped<Vector>>(['gradient', 'maxNorm'], [one, limit]), vector), {
      tolerance: ([g]) => withEpsilon(vector.normOf(g)),
      landmarks: normLandmarks(vector),
    }),
    domain(
      t.clipByGlobalNorm,
      withNeighbors(inputs<Clipped<Vector[]>>(['gradients', 'maxNorm'], [many, limit]), vectors),
      {
        tolerance: ([all]) => withEpsilon(vectors.normOf(all)),
        landmarks: normLandmarks(vectors),
      },
    ),
  ];
}
