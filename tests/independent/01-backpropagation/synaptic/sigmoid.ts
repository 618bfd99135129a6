import { Neuron } from 'synaptic';

export const sigmoid = (z) => Neuron.squash.LOGISTIC(z);
export const sigmoidDerivative = (z) => Neuron.squash.LOGISTIC(z, true);
