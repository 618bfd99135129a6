import { firstDifference, type Law, law, remembered, type Tolerance } from '../../../grader/kit.ts';
import { recurrentForward, recurrentInputs } from '../../../reference/nets/recurrent.ts';
import { gradient } from '../../../reference/numerics/finite-differences.ts';
import { dot } from '../../../reference/numerics/linear-algebra.ts';
import type { Vector } from '../../../reference/numerics/types.ts';
import type { GradientControlTasks } from '../reference.ts';
import type { RecurrentActivation } from './activation.ts';
import { longNets, shortNets } from './generators.ts';
import { differenceBeyondRounding } from './rounding.ts';
import type { Unrolled } from './unrolled.ts';

/** ∂L/∂h_t of the loss L = c·h_T: moves h_t, and runs on from there with the inputs that made the states. */
function measuredGradients([weights, states, output]: Unrolled, activation: RecurrentActivation): Vector[] {
  const inputs = recurrentInputs(weights, states, activation);
  const { size } = activation.states;
  return states.map((state, t) => {
    const loss = (moved: readonly number[]): number => {
      const start = moved.map((h) => h * size);
      const later = recurrentForward(weights, start, inputs.slice(t + 1), activation);
      return dot(output, later.at(-1) ?? start);
    };
    return gradient(
      loss,
      state.map((h) => h / size),
    ).map((slope) => slope / size);
  });
}

/**
 * No step amplifies by more than 1.5, so seven of them by less than 1.5^7 = 17. Where they do, with all states of tanh at
 * 0 and one unit, the differences are 4e-7 off; they are 2e-12 off as a rule.
 */
const measuredSlope: Tolerance = { relative: 1e-6, absolute: 1e-6 };

export function recurrentLaws(
  { unrolledGradients: task }: GradientControlTasks,
  activation: RecurrentActivation,
): Law[] {
  const measured = remembered((args: Unrolled) => measuredGradients(args, activation));
  const right = remembered((args: Unrolled) => task.answer(...args));
  return [
    law('unrolled-finite-differences', task, {
      inputs: shortNets(activation),
      probes: true,
      calls: (args) => [args],
      check: (args, { values: [received = []] }) => firstDifference(measured(args), received, measuredSlope),
    }),
    law('unrolled-long', task, {
      inputs: longNets(activation),
      runs: 20,
      probes: true,
      calls: (args) => [args],
      check: (args, { values: [received = []] }) => differenceBeyondRounding(args, activation, right(args), received),
    }),
  ];
}
