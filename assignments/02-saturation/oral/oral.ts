import { askedCall, type Oral, type OralWords, type Probes } from '../../../grader/kit.ts';
import { saturationPoint } from '../../../reference/activations/saturation.ts';
import type { ActivationPair } from '../activations/pair.ts';
import { type Parameters, pairOf, parametersOf } from '../parameters.ts';
import type { SaturationTasks } from '../reference.ts';
import { points } from './by-hand.ts';
import { shares } from './which-is-which.ts';
import en from './words.en.json' with { type: 'json' };
import ru from './words.ru.json' with { type: 'json' };

/** What is asked in an oral check, with the student's own functions. */
export function oral(tasks: SaturationTasks, given?: Partial<Parameters>): Oral {
  const pair = pairOf(parametersOf(given));
  return {
    byHand: [(draw) => points(tasks, pair, draw)],
    probes: [...ofActivations(tasks, pair), ...ofSaturation(tasks, pair)],
    whichIsWhich: [(draw) => shares(tasks, pair, draw)],
    words: { en, ru } satisfies Record<string, OralWords>,
  };
}

/** On both sides of 0, at 0, where signs do not show, and far out. */
function ofActivations(tasks: SaturationTasks, { first, second }: ActivationPair): readonly Probes[] {
  const between = ({ shape: { bounds } }: ActivationPair['first']): number[] =>
    [0.5, 0.75, 0.25, 0.9].map((share) => Number((bounds[0] + share * (bounds[1] - bounds[0])).toPrecision(3)));
  return [
    ...[tasks.value, tasks.slope].map((task) => ({
      task: task.id,
      asked: [0, 0.5, 1, -1].map((z) => askedCall(task, [z])),
    })),
    {
      task: tasks.firstFromOutput.id,
      asked: between(first).map((a) => askedCall(tasks.firstFromOutput, [a])),
    },
    {
      task: tasks.secondFromOutput.id,
      asked: between(second).map((a) => askedCall(tasks.secondFromOutput, [a])),
    },
  ];
}

function ofSaturation(tasks: SaturationTasks, pair: ActivationPair): readonly Probes[] {
  const names = [pair.first, pair.second].map(({ code, shape }) => ({ code, shape }));
  const half = names.map(({ code, shape }) => ({ code, threshold: Number((shape.steepest / 2).toPrecision(2)) }));
  const point = names.map(({ shape }, i) => Number(saturationPoint(shape, half[i]!.threshold).toPrecision(2)));
  return [
    {
      task: tasks.saturatedFraction.id,
      asked: half.flatMap(({ code, threshold }, i) => [
        askedCall(tasks.saturatedFraction, [code, [0, 2 * point[i]!, -3 * point[i]!, 4 * point[i]!], threshold]),
        askedCall(tasks.saturatedFraction, [code, [], threshold]),
      ]),
    },
    {
      task: tasks.gradientBound.id,
      asked: names.flatMap(({ code }) => [0, 1, 3].map((depth) => askedCall(tasks.gradientBound, [code, depth]))),
    },
    {
      task: tasks.saturationPoint.id,
      asked: half.flatMap(({ code, threshold }) =>
        [threshold, Number((threshold / 4).toPrecision(2))].map((one) => askedCall(tasks.saturationPoint, [code, one])),
      ),
    },
  ];
}
