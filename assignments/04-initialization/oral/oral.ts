import { askedCall, type Oral, type OralWords, type Probes, RngSeed } from '../../../grader/kit.ts';
import { type Parameters, setupOf } from '../parameters.ts';
import type { InitializationTasks } from '../reference.ts';
import { constantDraws, layers } from './by-hand.ts';
import { histograms } from './which-is-which.ts';
import en from './words.en.json' with { type: 'json' };
import ru from './words.ru.json' with { type: 'json' };

/** What is asked in an oral check, with the student's own functions. */
export function oral(tasks: InitializationTasks, given?: Partial<Parameters>): Oral {
  const setup = setupOf(given);
  return {
    byHand: [(draw) => constantDraws(tasks, setup, draw), (draw) => layers(tasks, draw)],
    probes: [...ofVariance(tasks), ...ofInitializers(tasks), ...ofOutput(tasks), ofNetworks(tasks, setup.choices)],
    whichIsWhich: [(draw) => histograms(tasks, setup, draw)],
    words: { en, ru } satisfies Record<string, OralWords>,
  };
}

/** Means of 0 and others, n·Var(w) of 1 and others. */
function ofVariance({ productVariance, layerVariance, varianceByDepth }: InitializationTasks): readonly Probes[] {
  const moments = [
    [
      [0, 1],
      [0, 2],
    ],
    [
      [0, 1],
      [3, 2],
    ],
    [
      [1, 1],
      [1, 2],
    ],
    [
      [2, 0],
      [3, 1],
    ],
  ] as const;
  return [
    {
      task: productVariance.id,
      asked: moments.map(([[mean, variance], [xMean, xVariance]]) =>
        askedCall(productVariance, [
          { mean, variance },
          { mean: xMean, variance: xVariance },
        ]),
      ),
    },
    {
      task: layerVariance.id,
      asked: (
        [
          [1, 0.5, 2],
          [4, 0.25, 1],
          [10, 0.2, 0.5],
          [2, 1, 1],
        ] as [number, number, number][]
      ).map((args) => askedCall(layerVariance, args)),
    },
    {
      task: varianceByDepth.id,
      asked: (
        [
          [1, 4, 0.5, 2],
          [3, 4, 0.25, 2],
          [3, 4, 0.5, 1],
          [0, 4, 1, 1],
        ] as [number, number, number, number][]
      ).map((args) => askedCall(varianceByDepth, args)),
    },
  ];
}

/** Of as many inputs as outputs, of more and of fewer, and of two inputs, where 2/n is its own root. */
const ofInitializers = (tasks: InitializationTasks): readonly Probes[] =>
  [tasks.standardUniform, tasks.xavierUniform, tasks.xavierNormal, tasks.heNormal, tasks.heUniform].map((task) => ({
    task: task.id,
    note: 'draws',
    asked: (
      [
        [1, 1],
        [2, 1],
        [2, 2],
        [1, 3],
        [8, 1],
      ] as const
    ).map(([fanIn, fanOut]) => askedCall(task, [fanIn, fanOut, new RngSeed(7)])),
  }));

function ofOutput({ softmax, outputBias }: InitializationTasks): readonly Probes[] {
  const logits = [
    [0, 0],
    [1, 1, 1],
    [1, 0],
    [0, 800],
  ];
  const frequencies = [
    [0.5, 0.5],
    [0.25, 0.75],
    [0.2, 0.3, 0.5],
  ];
  return [
    { task: softmax.id, asked: logits.map((one) => askedCall(softmax, [one])) },
    { task: outputBias.id, asked: frequencies.map((one) => askedCall(outputBias, [one])) },
  ];
}

const ofNetworks = (
  { initializeNetwork }: InitializationTasks,
  { balanced, gained }: { readonly balanced: string; readonly gained: string },
): Probes => ({
  task: initializeNetwork.id,
  note: 'draws',
  asked: [
    askedCall(initializeNetwork, [[2, 2], balanced, new RngSeed(7)]),
    askedCall(initializeNetwork, [[2, 2], gained, new RngSeed(7)]),
    askedCall(initializeNetwork, [[3, 1], gained, new RngSeed(7)]),
    askedCall(initializeNetwork, [[1, 2, 1], balanced, new RngSeed(7)]),
  ],
});
