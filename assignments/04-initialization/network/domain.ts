import {
  type Domain,
  domain,
  inputs,
  limited,
  oneOf,
  rng,
  type TaskDomain,
  vector,
  whole,
} from '../../../grader/kit.ts';
import { mostFan, mostWeights } from '../initializers/domain.ts';
import type { Setup } from '../parameters.ts';
import type { InitializationTasks, NetworkArgs } from '../reference.ts';
import { netKinds } from './nets.ts';

export const mostSizes = 20;

const weightsIn = (sizes: readonly number[]): number =>
  sizes.slice(1).reduce((sum, fanOut, l) => sum + sizes[l]! * fanOut, 0);

/** Sizes that are no end of their range become smaller, half by half, until the net is of few weights. */
function settled([sizes, activation, state]: NetworkArgs): NetworkArgs {
  let smaller = sizes;
  while (weightsIn(smaller) > mostWeights && smaller.some((size) => size > 1 && size < mostFan)) {
    const largest = Math.max(...smaller.filter((size) => size < mostFan));
    smaller = smaller.map((size) => (size === largest ? Math.floor(size / 2) : size));
  }
  return [smaller, activation, state];
}

export function networkDomain({ initializeNetwork: task }: InitializationTasks, setup: Setup): TaskDomain {
  const activations = oneOf(...netKinds(setup).map(({ activation }) => activation));
  const nets: Domain<NetworkArgs> = limited(
    inputs<NetworkArgs>(
      ['sizes', 'activation', 'rng'],
      [vector({ length: [2, mostSizes], entries: whole(1, mostFan) }), activations, rng],
    ),
    { settled, where: ([sizes]) => weightsIn(sizes) <= mostWeights },
  );
  const asked = {
    ...nets,
    // Two layers of a thousand units each have a million weights between them.
    get landmarks() {
      return nets.landmarks.filter(({ id }) => !id.includes(`every entry is ${mostFan}`));
    },
  };
  return domain(task, asked, { isRandom: true });
}
