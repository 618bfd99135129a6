import { askedCall, type Oral, type OralWords, type Probes } from '../../../grader/kit.ts';
import { createRng } from '../../../reference/numerics/rng.ts';
import type { Layer } from '../../../reference/numerics/types.ts';
import { turned } from '../../../reference/weights/orientation.ts';
import { type Model, modelOf } from '../model.ts';
import type { Parameters } from '../parameters.ts';
import type { BackpropagationTasks } from '../reference.ts';
import { aChain } from './by-hand.ts';
import { vanishing } from './which-is-which.ts';
import en from './words.en.json' with { type: 'json' };
import ru from './words.ru.json' with { type: 'json' };

/** What is asked in an oral check, with the student's own functions. */
export function oral(tasks: BackpropagationTasks, given?: Partial<Parameters>): Oral {
  const model = modelOf(given);
  return {
    byHand: [(draw) => aChain(tasks, model, draw)],
    probes: [...ofChains(tasks), ...ofNets(tasks, model), ...ofScalars(tasks)],
    whichIsWhich: [(draw) => vanishing(tasks, model, draw)],
    words: { en, ru } satisfies Record<string, OralWords>,
  };
}

/** Chains in which a slip may stay unseen: of one neuron, without biases, with an input of 0, with equal weights. */
function ofChains({ chainFactors, chainGradient }: BackpropagationTasks): readonly Probes[] {
  const chains = [
    { chain: { weights: [2], biases: [1] }, input: 1 },
    { chain: { weights: [1, 1], biases: [0, 0] }, input: 2 },
    { chain: { weights: [1, 3], biases: [0.5, 0] }, input: 0 },
    { chain: { weights: [2, -1, 3], biases: [0.5, 1, -1] }, input: 1 },
  ];
  return [
    { task: chainFactors.id, asked: chains.map(({ chain, input }) => askedCall(chainFactors, [chain, input])) },
    { task: chainGradient.id, asked: chains.map(({ chain, input }) => askedCall(chainGradient, [chain, input, 1])) },
  ];
}

/** Square layers, narrow ones, and chains: a transposed matrix is seen in some of them. */
const shapes = [
  [2, 1],
  [2, 2, 2],
  [2, 3, 1],
  [3, 1, 3],
  [1, 1, 1, 1],
] as const;

function netOf(sizes: readonly number[]): Layer[] {
  const { uniform } = createRng(sizes.length);
  const digit = (): number => Math.round(20 * uniform() - 10) / 10 || 0.5;
  return sizes.slice(1).map((fanOut, l) => ({
    weights: Array.from({ length: fanOut }, () => Array.from({ length: sizes[l]! }, digit)),
    biases: Array.from({ length: fanOut }, digit),
  }));
}

function ofNets({ forward, backward, gradientDescentStep }: BackpropagationTasks, model: Model): readonly Probes[] {
  const nets = shapes.map((sizes) => ({
    shown: sizes.join('–'),
    layers: [...turned(model.parameters.orientation, netOf(sizes))],
    input: Array.from({ length: sizes[0] }, (_, i) => 1 - i / 2),
    targets: Array.from({ length: sizes.at(-1)! }, (_, i) => (i + 1) % 2),
  }));
  const passes = nets.map(({ layers, input }) => model.net.forward(layers, input));
  return [
    {
      task: forward.id,
      note: 'nets',
      asked: nets.map(({ layers, input, shown }) => askedCall(forward, [layers, input], `forward: ${shown}`)),
    },
    {
      task: backward.id,
      note: 'nets',
      asked: nets.map(({ layers, targets, shown }, at) =>
        askedCall(backward, [layers, passes[at]!, targets], `backward: ${shown}`),
      ),
    },
    {
      task: gradientDescentStep.id,
      asked: [
        [0, 0.5],
        [1, 0],
        [1, 1],
        [4, 0.25],
      ].map(([gradient = 0, rate = 0]) => {
        const layer = (weight: number): Layer => ({ weights: [[weight]], biases: [weight / 2] });
        return askedCall(gradientDescentStep, [[layer(2)], [layer(gradient)], rate]);
      }),
    },
  ];
}

function ofScalars(tasks: BackpropagationTasks): readonly Probes[] {
  const places = [0, 1, -1, 2];
  const pairs: [number[], number[]][] = [
    [[1], [0.5]],
    [[0], [0.25]],
    [
      [1, 0],
      [0.5, 0.5],
    ],
    [
      [1, 0, 1],
      [0.8, 0.25, 0.5],
    ],
  ];
  return [
    ...[tasks.sigmoid, tasks.sigmoidDerivative].map((task) => ({
      task: task.id,
      asked: places.map((z) => askedCall(task, [z])),
    })),
    { task: tasks.binaryCrossEntropy.id, asked: pairs.map((pair) => askedCall(tasks.binaryCrossEntropy, pair)) },
    {
      task: tasks.binaryCrossEntropyGradient.id,
      asked: pairs.map((pair) => askedCall(tasks.binaryCrossEntropyGradient, pair)),
    },
  ];
}
