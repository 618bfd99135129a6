import { domain, fine, firstDifference, inputs, type TaskDomain } from '../../../grader/kit.ts';
import type { GradientControlTasks } from '../reference.ts';

/** Every number, but those of which twice is infinite: (z + |z|)/2 is right, too. */
const farthest = 1e300;
const step = 1e-8;
const anywhere = inputs<[z: number]>(['z'], [fine({ from: -farthest, to: farthest, usual: [-20, 20] })]);
/** On either side of 0, and so near to another that nobody who rounds tells them apart. */
const z: typeof anywhere = {
  ...anywhere,
  neighbors: (args, random) => [
    ...[1, -1].flatMap((sign): [z: number][] => {
      const near = sign * (1 + 4 * random.next());
      return [[near], [near * (1 + step)]];
    }),
    ...(anywhere.neighbors?.(args, random) ?? []),
  ],
};

export const reluDomains = ({ relu, reluDerivative }: GradientControlTasks, leak: number): readonly TaskDomain[] => [
  domain(relu, z),
  domain(reluDerivative, z, {
    // Libraries differ: at 0 the slope below in PyTorch and TensorFlow, 1 where one writes z ≥ 0.
    compare: ([at], right, received) =>
      at === 0 && (received === leak || received === 1)
        ? undefined
        : firstDifference(right, received, { relative: 1e-9, absolute: 0 }),
  }),
];
