import { Node } from 'neataptic';

/** The nodes of each layer, the input's first, after a pass. */
export function nodesAfterPass(layers, input) {
  const nodes = [input.map(() => new Node('input'))];
  for (const [l, { weights, biases }] of layers.entries()) {
    const type = l === layers.length - 1 ? 'output' : 'hidden';
    const before = nodes.at(-1);
    nodes.push(
      biases.map((bias, j) => {
        const node = new Node(type);
        node.bias = bias;
        for (const [i, from] of before.entries()) from.connect(node)[0].weight = weights[j][i];
        return node;
      }),
    );
  }
  for (const [i, value] of input.entries()) nodes[0][i].activate(value);
  for (const layer of nodes.slice(1)) for (const node of layer) node.activate();
  return nodes;
}

/** Gradients of the summed loss, as the library takes it, over the number of outputs. */
export function gradientsOf(layers, input, targets, { rate, isUpdated }) {
  const nodes = nodesAfterPass(layers, input);
  for (const layer of nodes.slice(1).toReversed()) {
    for (const [j, node] of layer.entries()) node.propagate(rate, 0, isUpdated, targets[j]);
  }
  return nodes.slice(1).map((layer) => ({
    weights: layer.map((node) =>
      node.connections.in.map(({ elegibility }) => (-node.error.responsibility * elegibility) / targets.length),
    ),
    biases: layer.map((node) => -node.error.responsibility / targets.length),
  }));
}
