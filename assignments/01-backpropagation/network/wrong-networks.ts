import { mutants, type NamedAnswer } from '../../../grader/kit.ts';
import { gradientDescentStep } from '../../../reference/nets/network.ts';
import type { Layer } from '../../../reference/numerics/types.ts';
import type { Model } from '../model.ts';
import type { BackpropagationTasks } from '../reference.ts';

export const wrongNetworks = (t: BackpropagationTasks, { net }: Model): readonly NamedAnswer[] => [
  ...mutants(t.forward, {
    'ones-for-weights-of-zero': (layers, input) =>
      net.forward(
        layers.map(({ weights, biases }) => ({ weights: weights.map((row) => row.map((w) => w || 1)), biases })),
        input,
      ),
    'a-tenth-for-biases-of-zero': (layers, input) =>
      net.forward(
        layers.map(({ weights, biases }) => ({ weights, biases: biases.map((b) => b || 0.1) })),
        input,
      ),
    'wide-layers-reversed': {
      where: (layers) => layers.some(({ biases }) => biases.length > 4),
      answer: (layers, input) => {
        const { preactivations, activations } = net.forward(layers, input);
        return { preactivations: preactivations.map((z) => z.toReversed()), activations };
      },
    },
    'beyond-eight-layers-as-they-came': (layers, input) => net.forward(layers.slice(0, 8), input),
    'takes-the-input-with-it': (layers, input) => {
      const pass = net.forward(layers, [...input]);
      input.push(0);
      return pass;
    },
  }),
  ...mutants(t.backward, {
    'shallow-nets-doubled': (layers, pass, targets) =>
      net.backward(layers, pass, targets).map((layer) => (layers.length > 3 ? layer : scaled(layer, 2))),
    'soft-targets-rounded': (layers, pass, targets) => net.backward(layers, pass, targets.map(Math.round)),
    'ten-layers-at-most': {
      where: (layers) => layers.length > 10,
      answer: (layers, pass, targets) => net.backward(layers, pass, targets).map((layer) => scaled(layer, 2)),
    },
    'one-unit-outputs-negated': {
      where: (layers) => layers.at(-1)?.biases.length === 1,
      answer: (layers, pass, targets) => net.backward(layers, pass, targets).map((layer) => scaled(layer, -1)),
    },
    'stops-after-three-layers': (layers, pass, targets) =>
      net.backward(layers, pass, targets).map((layer, l) => (l < layers.length - 3 ? scaled(layer, 0) : layer)),
  }),
  ...mutants(t.gradientDescentStep, {
    'a-hundredth-for-a-rate-of-zero': (layers, gradients, rate) => gradientDescentStep(layers, gradients, rate || 0.01),
    'rates-up-to-one': (layers, gradients, rate) => gradientDescentStep(layers, gradients, Math.min(1, rate)),
    'first-layer-frozen-in-deep-nets': {
      where: (layers) => layers.length > 5,
      answer: (layers, gradients, rate) =>
        gradientDescentStep(layers, gradients, rate).with(0, structuredClone(layers[0]!)),
    },
  }),
];

const scaled = ({ weights, biases }: Layer, factor: number): Layer => ({
  weights: weights.map((row) => row.map((w) => w * factor)),
  biases: biases.map((b) => b * factor),
});
