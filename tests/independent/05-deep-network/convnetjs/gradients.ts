import { netOf } from './nets';

export function lossAndGradients(layers, activation, inputs, labels) {
  const net = netOf(layers, activation);
  let loss = 0;
  for (const [n, input] of inputs.entries()) {
    net.forward(input);
    loss += net.backward(labels[n]);
  }
  const mean = (values) => [...values].map((value) => value / inputs.length);
  const gradients = net.dense.map(({ filters, biases }) => ({
    weights: filters.map(({ dw }) => mean(dw)),
    biases: mean(biases.dw),
  }));
  return { loss: loss / inputs.length, gradients };
}
