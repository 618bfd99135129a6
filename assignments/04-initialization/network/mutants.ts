import { type Departure, type NamedAnswer, mutants as of } from '../../../grader/kit.ts';
import { createRng } from '../../../reference/numerics/rng.ts';
import type { Layer } from '../../../reference/numerics/types.ts';
import {
  counter,
  each,
  inSteps,
  type LayerChange,
  mostlyPositive,
  nothingBeyond,
  peaked,
  rounded,
  rowsHalfCopied,
  scaledBy,
} from '../initializers/answers/changes.ts';
import { type Draw, twelveUniforms } from '../initializers/answers/wrong-weights.ts';
import { normalFamilyOf } from '../initializers/promises.ts';
import type { Setup } from '../parameters.ts';
import type { InitializationTasks, NetworkArgs } from '../reference.ts';
import { netKinds, stdOf } from './nets.ts';
import { isSmallNet, manyWeights } from './sample.ts';

type Mutant = Departure<NetworkArgs, Layer[]>;

/** As many weights have the large layers of all nets, about. */
const inAll = 35_000;

/** Wrong nets, each of which one law alone stops. */
export function networkMutants({ initializeNetwork: task }: InitializationTasks, setup: Setup): readonly NamedAnswer[] {
  const right: (sizes: number[], activation: string, rng: Draw) => Layer[] = task.answer;
  const family = normalFamilyOf(setup);
  const kinds = netKinds(setup);
  const kindOf = (hidden: string) => kinds.find(({ activation }) => activation === hidden)!;
  /** Changes the weights of some layers, in units of the standard deviation that they have. */
  const changed = (change: LayerChange, of: (weights: number, l: number) => boolean): Mutant => ({
    where: (sizes) => sizes.slice(1).some((fanOut, l) => of(sizes[l]! * fanOut, l)),
    answer: (sizes, activation, rng) =>
      right(sizes, activation, rng).map(({ weights, biases }, l) => {
        if (of(weights.length * sizes[l]!, l)) {
          const std = stdOf(kindOf(activation), sizes, l);
          const units = scaledBy(1 / std)(weights);
          change(units, rng);
          scaledBy(std)(units);
        }
        return { weights, biases };
      }),
  });
  const isMany = (weights: number): boolean => weights >= manyWeights;
  const isFew = (weights: number): boolean => !isMany(weights);
  const withBiases = (where: Mutant['where'], change: (biases: number[]) => number[]): Mutant => ({
    where,
    answer: (...args) => right(...args).map(({ weights, biases }) => ({ weights, biases: change(biases) })),
  });
  const isSmall: Mutant['where'] = (sizes) => isSmallNet(sizes);
  const calls = counter();
  const unit = (rng: Draw): number => {
    const [[w]] = right([100, 1], kinds[0]!.activation, rng)[0]!.weights as [[number]];
    return w / stdOf(kinds[0]!, [100, 1], 0);
  };
  return of(task, {
    'small-layers-mostly-positive': changed(each(mostlyPositive(0.25)), isFew),
    'small-layers-too-narrow': changed(
      each((x) => 0.85 * x),
      isFew,
    ),
    'in-steps': changed(each(inSteps(family)), isMany),
    peaked: changed(each(peaked(family, inAll, unit)), isMany),
    'first-layer-without-its-end': changed(
      each(nothingBeyond(setup.isTruncated ? 2.12 : 2.5)),
      (weights, l) => weights > 4000 && l === 0,
    ),
    'rows-half-copied': changed(rowsHalfCopied, isMany),
    rounded: changed(each(rounded), () => true),
    'large-nets-with-a-bias-too-many': withBiases(
      (sizes) => !isSmallNet(sizes),
      (biases) => [...biases, 0],
    ),
    'small-nets-with-a-bias-too-many': withBiases(isSmall, (biases) => [...biases, 0]),
    'small-nets-with-biases': withBiases(isSmall, (biases) => biases.map(() => 0.1)),
    'generator-of-small-nets-goes-on': {
      where: isSmall,
      answer: (sizes, activation) => right(sizes, activation, createRng(calls())),
    },
    ...(!setup.isTruncated && {
      'sums-of-uniforms': (sizes, activation, rng) =>
        right(sizes, activation, { uniform: rng.uniform, normal: () => twelveUniforms(rng) }),
    }),
    // Where no limit is, nothing shows it.
    ...(setup.isTruncated && {
      'small-nets-too-wide': {
        where: isSmall,
        answer: (...args) =>
          right(...args).map(({ weights, biases }) => ({ weights: scaledBy(1.03)(weights), biases })),
      } satisfies Mutant,
    }),
  });
}
