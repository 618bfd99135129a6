import * as fc from 'fast-check';
import { type Answers, type Law, law, sample, type Violation } from '../../../../../grader/kit.ts';
import type { Layer } from '../../../../../reference/numerics/types.ts';
import type { DeepNetworkTasks, TrainArgs } from '../../../reference.ts';
import type { Rules } from '../../../rules.ts';
import { argsOf, type SmallRun, smallRun, standing } from '../runs.ts';
import { type Followed, followed } from './known-steps.ts';
import { lengthsOf, type Paced, pacedCalls } from './lengths.ts';
import { firstOutside } from './trajectory.ts';

export function stepsLaws({ train: task }: DeepNetworkTasks, rules: Rules): Law[] {
  const known = {
    inputs: smallRun(rules, ['one batch', 'all alike']),
    runs: 40,
    calls: (run: SmallRun): TrainArgs[] => [standing(argsOf(run)), argsOf(run)],
    view: (run: SmallRun, { values }: Answers<Layer[]>) => followed(rules, run, values),
  };
  const difference = ({ bounds, end }: Followed): Violation | undefined => {
    const violation = firstOutside(bounds, end);
    return violation && { ...violation, call: 1 };
  };
  return sample('known-steps', task, known, {
    'as-many-steps-as-asked': {
      check(_, found) {
        const { expected = 0, steps = expected } = found ?? {};
        return steps === expected ? undefined : { call: 1, expected, received: steps };
      },
    },
    'options-reach-every-step': { check: (_, found) => (found?.without ? difference(found) : undefined) },
    'every-step-is-train-step': {
      check: (_, found) =>
        found && found.steps === undefined && found.without === undefined ? difference(found) : undefined,
    },
  });
}

/** What is further off is not rounding. */
const certain = 1e-4;

/** A rate that falls from epoch to epoch, or from batch to batch, is seen in the lengths of the steps. */
export const stepLengthsLaw = ({ train: task }: DeepNetworkTasks, rules: Rules): Law =>
  law('steps-as-long-as-asked', task, {
    inputs: fc.record<Paced>({ run: smallRun(rules, ['one batch']), by: fc.constantFrom('epoch', 'batch') }),
    runs: 4,
    calls: pacedCalls,
    check(paced, { values }) {
      const received = lengthsOf(rules, paced, values) ?? [];
      const at = received.findIndex((length) => Math.abs(length - 1) > certain);
      return at < 0 ? undefined : { call: 2 * at + 1, expected: received.map(() => 1), received };
    },
  });
