import { askedCall, type Oral, type OralWords, type Probes } from '../../../grader/kit.ts';
import type { Layer } from '../../../reference/numerics/types.ts';
import { type Parameters, parametersOf } from '../parameters.ts';
import { recurrentOf } from '../recurrent/activation.ts';
import type { GradientControlTasks } from '../reference.ts';
import { lengths } from './by-hand.ts';
import { recurrences } from './which-is-which.ts';
import en from './words.en.json' with { type: 'json' };
import ru from './words.ru.json' with { type: 'json' };

/** What is asked in an oral check, with the student's own functions. */
export function oral(tasks: GradientControlTasks, given?: Partial<Parameters>): Oral {
  const parameters = parametersOf(given);
  const activation = recurrentOf(parameters.recurrentActivation);
  return {
    byHand: [(draw) => lengths(tasks, parameters, draw)],
    probes: [...ofClipping(tasks), ...ofPenalty(tasks), ...ofRelu(tasks), ofRecurrence(tasks, activation.states)],
    whichIsWhich: [(draw) => recurrences(tasks, activation, draw)],
    words: { en, ru } satisfies Record<string, OralWords>,
  };
}

/** Below the limit, above it on one side and on both, and a gradient of 0. */
function ofClipping({ clipByValue, clipByNorm, clipByGlobalNorm }: GradientControlTasks): readonly Probes[] {
  const gradients = [
    [0.3, -0.4],
    [3, -4],
    [-3, 0],
    [0, 0],
  ];
  return [
    { task: clipByValue.id, asked: gradients.map((gradient) => askedCall(clipByValue, [gradient, 2])) },
    { task: clipByNorm.id, asked: gradients.map((gradient) => askedCall(clipByNorm, [gradient, 1])) },
    {
      task: clipByGlobalNorm.id,
      asked: [[[0.3], [0.4]], [[3], [4]], [[3, 4]], [[0], [0, 0]]].map((all) => askedCall(clipByGlobalNorm, [all, 1])),
    },
  ];
}

function ofPenalty({ l2Penalty, l2Gradient }: GradientControlTasks): readonly Probes[] {
  const nets: Layer[][] = [
    [{ weights: [[1]], biases: [0] }],
    [{ weights: [[2, -1]], biases: [3] }],
    [
      { weights: [[1], [2]], biases: [0, 1] },
      { weights: [[1, -1]], biases: [0] },
    ],
    [{ weights: [[0, 0]], biases: [5] }],
  ];
  return [l2Penalty, l2Gradient].map((task) => ({
    task: task.id,
    asked: nets.map((net, i) => askedCall<[Layer[], number], unknown>(task, [net, [0.5, 0.1, 1, 2][i]!])),
  }));
}

const ofRelu = ({ relu, reluDerivative }: GradientControlTasks): readonly Probes[] =>
  [relu, reluDerivative].map((task) => ({ task: task.id, asked: [2, 0.5, 0, -1].map((z) => askedCall(task, [z])) }));

/** Symmetric matrices and others, states of 0 and others, one point in time. */
function ofRecurrence({ unrolledGradients }: GradientControlTasks, { largest }: { readonly largest: number }): Probes {
  const h = Number((largest / 2).toPrecision(2));
  const cases: [number[][], number[][], number[]][] = [
    [[[2]], [[h]], [1]],
    [[[2]], [[0], [h], [h]], [1]],
    [
      [
        [1, 2],
        [2, 1],
      ],
      [
        [0, h],
        [h, h],
      ],
      [1, 0],
    ],
    [
      [
        [1, 2],
        [0, 1],
      ],
      [
        [0, h],
        [h, h],
      ],
      [1, 0],
    ],
  ];
  return { task: unrolledGradients.id, asked: cases.map((one) => askedCall(unrolledGradients, one)) };
}
