import { gradientsOf, nodesAfterPass } from './nodes';

export function forward(layers, input) {
  const nodes = nodesAfterPass(layers, input);
  return {
    preactivations: nodes.slice(1).map((layer) => layer.map(({ state }) => state)),
    activations: nodes.map((layer) => layer.map(({ activation }) => activation)),
  };
}

export const backward = (layers, { activations }, targets) =>
  gradientsOf(layers, activations[0], targets, { rate: 1, isUpdated: false });
