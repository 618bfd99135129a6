import { askedCall, type Oral, type OralWords, type Probes } from '../../../grader/kit.ts';
import type { StepOptions } from '../../../reference/nets/training.ts';
import type { Layer } from '../../../reference/numerics/types.ts';
import { type Parameters, parametersOf } from '../parameters.ts';
import type { DeepNetworkTasks } from '../reference.ts';
import { type Rules, rulesOf } from '../rules.ts';
import { equalLogits } from './by-hand.ts';
import { deviations } from './which-is-which.ts';
import en from './words.en.json' with { type: 'json' };
import ru from './words.ru.json' with { type: 'json' };

/** What is asked in an oral check, with the student's own functions. */
export function oral(tasks: DeepNetworkTasks, given?: Partial<Parameters>): Oral {
  const parameters = parametersOf(given);
  const rules = rulesOf(parameters);
  return {
    byHand: [(draw) => equalLogits(tasks, rules, draw)],
    probes: [...ofNets(tasks, rules), ofSteps(tasks, rules)],
    whichIsWhich: [(draw) => deviations(tasks, parameters, draw)],
    words: { en, ru } satisfies Record<string, OralWords>,
  };
}

/** Square layers and others, one example and two, no hidden layer. */
const flat: Layer[] = [
  {
    weights: [
      [1, 0],
      [0, 1],
    ],
    biases: [0, 0],
  },
];
const square: Layer[] = [
  {
    weights: [
      [1, 0.5],
      [-0.5, 1],
    ],
    biases: [0, 0],
  },
  {
    weights: [
      [1, -1],
      [0.5, 1],
    ],
    biases: [0.1, 0],
  },
];
const wide: Layer[] = [
  { weights: [[1], [-1], [0.5]], biases: [0.2, 0, 0] },
  {
    weights: [
      [1, 2, -1],
      [0, 1, 1],
    ],
    biases: [0, 0],
  },
];

function ofNets({ layerStatistics, lossAndGradients }: DeepNetworkTasks, { phis }: Rules): readonly Probes[] {
  const names = [phis.symmetric.name, phis.relu.name];
  const asks = names.flatMap((name) => [
    { name, net: square, shown: '2–2–2', inputs: [[1, 2]], labels: [0] },
    { name, net: wide, shown: '1–3–2', inputs: [[1], [-2]], labels: [0, 1] },
  ]);
  return [
    {
      task: layerStatistics.id,
      note: 'nets',
      asked: asks.map(({ name, net, shown, inputs }) =>
        askedCall(layerStatistics, [net, name, inputs], `layerStatistics: ${shown}, ${name}, N = ${inputs.length}`),
      ),
    },
    {
      task: lossAndGradients.id,
      note: 'nets',
      asked: [{ name: phis.relu.name, net: flat, shown: '2–2', inputs: [[800, 0]], labels: [1] }, ...asks].map(
        ({ name, net, shown, inputs, labels }) =>
          askedCall(
            lossAndGradients,
            [net, name, inputs, labels],
            `lossAndGradients: ${shown}, ${name}, N = ${inputs.length}${net === flat ? ', x = (800, 0)' : ''}`,
          ),
      ),
    },
  ];
}

/** With and without a penalty, with a limit that is met and one that is not. */
function ofSteps({ trainStep }: DeepNetworkTasks, { phis, clipping }: Rules): Probes {
  const limited = (size: number): Partial<StepOptions> =>
    clipping === 'norm' ? { maxNorm: size } : clipping === 'value' ? { limit: size } : {};
  const all: StepOptions[] = [
    { learningRate: 1 },
    { learningRate: 1, ...limited(0.1) },
    { learningRate: 1, ...limited(100) },
    { learningRate: 0.5, l2: 0.1 },
    { learningRate: 0.5, l2: 0.1, ...limited(0.1) },
  ];
  const options = [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
  return {
    task: trainStep.id,
    note: 'steps',
    asked: options.map((one) =>
      askedCall(
        trainStep,
        [square, phis.relu.name, [[1, 2]], [0], one],
        `trainStep: ${JSON.stringify(one).replace(/"/g, '').replace(/[:,]/g, '$& ')}`,
      ),
    ),
  };
}
