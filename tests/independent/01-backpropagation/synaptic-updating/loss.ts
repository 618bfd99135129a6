import { Trainer } from 'synaptic';

export const binaryCrossEntropy = (targets, predictions) => Trainer.cost.CROSS_ENTROPY(targets, predictions);
