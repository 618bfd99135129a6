import { methods } from 'neataptic';

export const sigmoid = (z) => methods.activation.LOGISTIC(z);
export const sigmoidDerivative = (z) => methods.activation.LOGISTIC(z, true);
