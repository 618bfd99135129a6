import * as fc from 'fast-check';
import { type Answers, type Law, law, pure, RngSeed, sample } from '../../../../grader/kit.ts';
import type { Layer } from '../../../../reference/numerics/types.ts';
import { type Digits, digitsOf } from '../../digits/digits.ts';
import { runsOf, type TrainingRuns } from '../../digits/runs.ts';
import { seed } from '../../nets/generators.ts';
import type { Parameters } from '../../parameters.ts';
import type { DeepNetworkTasks, TrainArgs } from '../../reference.ts';
import type { Rules } from '../../rules.ts';
import { accuracyAlpha } from './alpha.ts';
import { exampleLaws } from './examples/laws.ts';
import { orderLaws } from './examples/order-laws.ts';
import { stepOrderLaws } from './examples/step-order-laws.ts';
import { argsOf, hasShape, type SmallRun, shapeAsked, shapeOf, smallRun, standing } from './runs.ts';
import { stepLengthsLaw, stepsLaws } from './steps/laws.ts';
import { weightLaws } from './weights/laws.ts';

/** Nets as they were drawn: with no epoch, and with steps of length 0. */
function initialLaws({ train: task }: DeepNetworkTasks, rules: Rules): Law[] {
  const otherState = ([data, settings, { seed: state }]: TrainArgs): TrainArgs => [
    data,
    settings,
    new RngSeed((state + 1) % 2 ** 32),
  ];
  const drawn = {
    inputs: smallRun(rules, ['one batch', 'all alike']),
    runs: 40,
    calls: (run: SmallRun): TrainArgs[] => {
      const args = argsOf(run);
      const [data, settings, state] = args;
      return [standing(args), [data, { ...settings, epochs: 0 }, state], otherState(standing(args))];
    },
    view: (_: SmallRun, { values }: Answers<Layer[]>) => values,
  };
  return sample('initial-layers', task, drawn, {
    'layer-sizes': {
      check(run, values) {
        const call = values.findIndex((layers) => !hasShape(argsOf(run), layers));
        return call < 0 ? undefined : { call, expected: shapeAsked(argsOf(run)), received: shapeOf(values[call]!) };
      },
    },
    'biases-start-at-zero': {
      check(_, values) {
        for (const [call, layers] of values.entries()) {
          for (const [l, { biases }] of layers.entries()) {
            const j = biases.findIndex((b) => b !== 0);
            if (j >= 0) return { call, path: `[${l}].biases[${j}]`, expected: 0, received: biases[j]! };
          }
        }
        return undefined;
      },
    },
    'state-matters': {
      check(_, [one = [], , other = []]) {
        const weights = (layers: readonly Layer[]): number[] => layers.flatMap((layer) => layer.weights.flat());
        const [a, b] = [weights(one), weights(other)];
        // Few weights may come out alike by chance.
        const same = a.filter((w, i) => w === b[i]).length;
        return a.length < 8 || same < a.length ? undefined : { call: 2, expected: 0, received: same };
      },
    },
  });
}

/**
 * The mean accuracy of a few nets on digits that `train` has not seen. The student's code returns layers; what these
 * are worth is computed here, with the trusted forward pass, on digits that never enter the sandbox.
 */
function learns(
  task: DeepNetworkTasks['train'],
  { settings, nets, threshold }: TrainingRuns,
  { training, heldOut }: Digits,
  { accuracy }: Rules,
): Law {
  return law(`learns-digits-with-${settings.activation}`, task, {
    inputs: fc.array(seed, { minLength: nets, maxLength: nets }),
    runs: 1,
    alpha: accuracyAlpha,
    calls: (seeds) => seeds.map((state): TrainArgs => [training, settings, new RngSeed(state)]),
    check(_, { values }) {
      const accuracies = values.map((layers) => accuracy(layers, settings.activation, heldOut));
      const mean = accuracies.reduce((sum, one) => sum + one, 0) / nets;
      return mean >= threshold ? undefined : { expected: threshold, received: mean };
    },
  });
}

export function trainingLaws(tasks: DeepNetworkTasks, rules: Rules, parameters: Parameters): Law[] {
  const digits = digitsOf(parameters);
  const runs = runsOf(parameters);
  return [
    ...initialLaws(tasks, rules),
    ...weightLaws(tasks, rules),
    pure(tasks.train, smallRun(rules, ['one batch', 'as they come']).map(argsOf), 8),
    ...stepsLaws(tasks, rules),
    stepLengthsLaw(tasks, rules),
    ...exampleLaws(tasks, rules),
    ...orderLaws(tasks, rules),
    ...stepOrderLaws(tasks, rules),
    learns(tasks.train, runs.symmetric, digits, rules),
    learns(tasks.train, runs.relu, digits, rules),
  ];
}
