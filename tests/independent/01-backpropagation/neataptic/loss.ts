import { methods } from 'neataptic';

export const binaryCrossEntropy = (targets, predictions) => methods.cost.CROSS_ENTROPY(targets, predictions);
