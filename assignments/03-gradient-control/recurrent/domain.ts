import {
  type Domain,
  domain,
  inputs,
  limited,
  listOf,
  matrix,
  real,
  remembered,
  type TaskDomain,
} from '../../../grader/kit.ts';
import type { GradientControlTasks } from '../reference.ts';
import { endsOf, type RecurrentActivation } from './activation.ts';
import { explosionLandmarks } from './explosions.ts';
import { ordinaryLandmarks } from './ordinary-nets.ts';
import { damped, differenceBeyondRounding, gradientRounding, isKnown } from './rounding.ts';
import type { Unrolled } from './unrolled.ts';

/** As the contract has them. */
const mostSteps = 60;
const widest = 16;

/** Made once for each size: a check asks for a domain thousands of times. */
function bySize<T>(make: (size: number) => T): (size: number) => T {
  const known = new Map<number, T>();
  return (size) => {
    const found = known.get(size) ?? make(size);
    known.set(size, found);
    return found;
  };
}

/** Nets whose gradients are known to all digits that are asked for; others have smaller weights put in. */
function unrolledDomain(activation: RecurrentActivation): Domain<Unrolled> {
  const [from, to] = endsOf(activation);
  const { least, largest } = activation.states;
  const state = real({ from, to, usual: [least, largest] });
  const states = bySize((length) => listOf({ length: [1, mostSteps], entries: listOf({ length, entries: state }) }));
  const gradient = real({ from: -100, to: 100, usual: [-2, 2] });
  const output = bySize((length) => listOf({ length, entries: gradient }));
  const net = inputs<Unrolled>(
    ['recurrentWeights', 'states', 'outputGradient'],
    [
      matrix({ rows: [1, widest], columns: 'rows', entries: real({ from: -4, to: 4, usual: [-1.5, 1.5] }) }),
      ([{ length }]) => states(length),
      ([{ length }]) => output(length),
    ],
  );
  const where = remembered((net: Unrolled) => isKnown(net, activation));
  return limited(net, { settled: (net) => damped(net, where), where });
}

export const recurrentDomains = (
  { unrolledGradients: task }: GradientControlTasks,
  activation: RecurrentActivation,
): readonly TaskDomain[] => [
  domain(task, unrolledDomain(activation), {
    compare: (net, right, received) => differenceBeyondRounding(net, activation, right, received),
    rounding: (...net) => gradientRounding(net, activation),
    landmarks: [...ordinaryLandmarks(activation), ...explosionLandmarks(activation, mostSteps)],
  }),
];
