import { denseLayer, sigmoidLayer, volume } from './layers';

/** The layers of a chain, after a pass through all of them. */
function passedThrough({ weights, biases }, input) {
  let a = volume([input]);
  return weights.map((weight, i) => {
    const dense = denseLayer({ weights: [[weight]], biases: [biases[i]] });
    const squash = sigmoidLayer(1);
    a = squash.forward(dense.forward(a));
    return { dense, squash };
  });
}

/** From the gradient of a neuron's activation to that of the one before. */
function back({ dense, squash }, gradient) {
  squash.out_act.dw[0] = gradient;
  squash.backward();
  dense.backward();
  return dense.in_act.dw[0];
}

export const chainFactors = (chain, input) =>
  passedThrough(chain, input)
    .slice(1)
    .map((neuron) => back(neuron, 1));

export function chainGradient(chain, input, target) {
  const neurons = passedThrough(chain, input);
  const y = neurons.at(-1).squash.out_act.w[0];
  let gradient = (y - target) / (y * (1 - y));
  for (const neuron of neurons.toReversed()) gradient = back(neuron, gradient);
  return neurons[0].dense.filters[0].dw[0];
}
