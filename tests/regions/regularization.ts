import type { tasks } from '../../assignments/03-gradient-control/reference.ts';
import { mutants, type NamedAnswer } from '../../grader/kit.ts';
import type { Layer, Vector } from '../../reference/numerics/types.ts';
import { single } from './survivors.ts';

type Scalar = (x: number) => number;
const isZero = (x: number): boolean => x === 0;

/** Right but for some nets, and for some λ. */
export function regularizationRegions(t: ReturnType<typeof tasks>): readonly NamedAnswer[] {
  const [penalty, slope] = [t.l2Penalty.answer, t.l2Gradient.answer];
  const doubled = (layers: Layer[]): Layer[] =>
    layers.map(({ weights, biases }) => ({ weights: weights.map((row) => row.map((w) => 2 * w)), biases }));
  const weightsOf = (layers: readonly Layer[]): Vector => layers.flatMap(({ weights }) => weights.flat());
  const changed = (layers: Layer[], f: Scalar): Layer[] =>
    layers.map(({ weights, biases }) => ({ weights: weights.map((row) => row.map(f)), biases }));
  const widest = (layers: readonly Layer[]): number =>
    Math.max(...layers.flatMap(({ weights }) => [weights.length, weights[0]!.length]));
  /** Wrong for nets, or for a λ, of one kind; what is wrong with it is the task's. */
  const netRegions = <Answer>(wrong: (layers: Layer[], lambda: number) => Answer) => ({
    'wrong-for-lambda-0': {
      where: (_: Layer[], lambda: number) => lambda === 0,
      answer: (layers: Layer[]) => wrong(layers, 0.01),
    },
    'wrong-for-lambda-10': { where: (_: Layer[], lambda: number) => lambda === 10, answer: wrong },
    'wrong-for-lambda-1': { where: (_: Layer[], lambda: number) => lambda === 1, answer: wrong },
    'wrong-beyond-lambda-5': { where: (_: Layer[], lambda: number) => lambda > 5, answer: wrong },
    'wrong-for-a-small-lambda': { where: (_: Layer[], lambda: number) => lambda > 0 && lambda < 1e-3, answer: wrong },
    'wrong-for-a-tiny-lambda': { where: (_: Layer[], lambda: number) => lambda > 0 && lambda < 1e-6, answer: wrong },
    'wrong-from-4-layers-on': { where: (layers: Layer[]) => layers.length >= 4, answer: wrong },
    'wrong-from-8-layers-on': { where: (layers: Layer[]) => layers.length >= 8, answer: wrong },
    'wrong-for-12-layers': { where: (layers: Layer[]) => layers.length === 12, answer: wrong },
    'wrong-for-one-layer': { where: (layers: Layer[]) => layers.length === 1, answer: wrong },
    'wrong-wider-than-4': { where: (layers: Layer[]) => widest(layers) > 4, answer: wrong },
    'wrong-wider-than-10': { where: (layers: Layer[]) => widest(layers) > 10, answer: wrong },
    'wrong-for-16-units': { where: (layers: Layer[]) => widest(layers) === 16, answer: wrong },
    'wrong-for-one-weight': {
      where: (layers: Layer[]) => layers.every(({ weights }) => weights.flat().length === 1),
      answer: wrong,
    },
    'wrong-for-square-layers': {
      where: (layers: Layer[]) => layers.every(({ weights }) => weights.length === weights[0]!.length),
      answer: wrong,
    },
    'wrong-for-one-input': { where: (layers: Layer[]) => layers[0]!.weights[0]!.length === 1, answer: wrong },
    'wrong-for-one-output': { where: (layers: Layer[]) => layers.at(-1)!.weights.length === 1, answer: wrong },
    'wrong-for-weights-of-0': {
      where: (layers: Layer[]) => weightsOf(layers).some(isZero),
      answer: (layers: Layer[], lambda: number) =>
        wrong(
          changed(layers, (w) => w || 0.1),
          lambda,
        ),
    },
    'wrong-for-biases-of-0': {
      where: (layers: Layer[]) => layers.some(({ biases }) => biases.some(isZero)),
      answer: wrong,
    },
    'wrong-for-positive-weights': { where: (layers: Layer[]) => weightsOf(layers).every((w) => w > 0), answer: wrong },
    'wrong-for-large-weights': {
      where: (layers: Layer[]) => weightsOf(layers).some((w) => Math.abs(w) > 10),
      answer: wrong,
    },
    'wrong-for-small-weights': {
      where: (layers: Layer[]) =>
        weightsOf(layers).every((w) => Math.abs(w) < 0.5) && weightsOf(layers).some((w) => w !== 0),
      answer: wrong,
    },
    'wrong-for-equal-weights': { where: (layers: Layer[]) => new Set(weightsOf(layers)).size === 1, answer: wrong },
    'wrong-for-a-weight-of-minus-1': { where: (layers: Layer[]) => weightsOf(layers).includes(-1), answer: wrong },
  });
  return [
    ...mutants(t.l2Penalty, {
      ...netRegions((layers, lambda) => penalty(layers, lambda) * 1.001 + 1e-5),
      'tiny-weights-do-not-count': (layers, lambda) =>
        penalty(
          changed(layers, (w) => (Math.abs(w) < 1e-3 ? 0 : w)),
          lambda,
        ),
      'single-precision': (layers, lambda) => single(penalty(layers, lambda)),
      'eight-decimals': (layers, lambda) => Number(penalty(layers, lambda).toFixed(8)),
    }),
    ...mutants(t.l2Gradient, {
      ...netRegions((layers, lambda) => slope(doubled(layers), lambda + 1e-6)),
      'biases-where-they-are-0': {
        where: (layers) => layers.some(({ biases }) => biases.some(isZero)),
        answer: (layers, lambda) =>
          slope(layers, lambda).map(({ weights, biases }) => ({ weights, biases: biases.map(() => 0.1) })),
      },
      'biases-for-lambda-0': {
        where: (_, lambda) => lambda === 0,
        answer: (layers, lambda) =>
          slope(layers, lambda).map(({ weights }, l) => ({ weights, biases: layers[l]!.biases })),
      },
      'biases-of-wide-layers': {
        where: (layers) => widest(layers) > 8,
        answer: (layers, lambda) =>
          slope(layers, lambda).map(({ weights, biases }) => ({ weights, biases: biases.map(() => 0.1) })),
      },
      'biases-of-the-last-of-many-layers': {
        where: (layers) => layers.length > 6,
        answer: (layers, lambda) => {
          const all = slope(layers, lambda);
          return all.with(-1, { weights: all.at(-1)!.weights, biases: layers.at(-1)!.biases.map(() => 1e-3) });
        },
      },
      'single-precision': (layers, lambda) =>
        slope(layers, lambda).map(({ weights, biases }) => ({
          weights: weights.map((row) => row.map(single)),
          biases,
        })),
    }),
  ];
}
