import { Trainer } from 'convnetjs';

/** A step from gradients of zero, with momentum: at a rate of −1 what it keeps of its steps is the gradient of the penalty. */
function decay(layers, lambda) {
  const parameters = layers.flatMap(({ weights, biases }) => [
    ...weights.map((row) => ({ params: [...row], grads: row.map(() => 0) })),
    { params: [...biases], grads: biases.map(() => 0), l2_decay_mul: 0 },
  ]);
  const net = { forward() {}, backward: () => 0, getParamsAndGrads: () => parameters };
  const trainer = new Trainer(net, { learning_rate: -1, momentum: 1, l2_decay: lambda });
  return { penalty: trainer.train().l2_decay_loss, steps: trainer.gsum };
}

export const l2Penalty = (layers, lambda) => decay(layers, lambda).penalty;

export function l2Gradient(layers, lambda) {
  const { steps } = decay(layers, lambda);
  return layers.map(({ weights }) => ({ weights: weights.map(() => steps.shift()), biases: steps.shift() }));
}
