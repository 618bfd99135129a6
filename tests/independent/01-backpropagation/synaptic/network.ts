import { gradientsOf, neuronsAfterPass } from './neurons';

export function forward(layers, input) {
  const neurons = neuronsAfterPass(layers, input);
  return {
    preactivations: neurons.slice(1).map((layer) => layer.map(({ state }) => state)),
    activations: neurons.map((layer) => layer.map(({ activation }) => activation)),
  };
}

export const backward = (layers, { activations }, targets) =>
  gradientsOf(layers, activations[0], targets, Number.MIN_VALUE);
