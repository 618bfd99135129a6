import { methods } from 'neataptic';

export const tanh = (z) => methods.activation.TANH(z);
export const tanhDerivative = (z) => methods.activation.TANH(z, true);
