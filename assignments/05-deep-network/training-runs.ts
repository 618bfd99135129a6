import type { TrainingSettings } from '../../reference/training.ts';
import { classes } from './digits.ts';

/** Nets that are trained on the digits with the same settings, and the mean accuracy that they have to reach together. */
export interface TrainingRuns {
  readonly settings: TrainingSettings;
  readonly nets: number;
  readonly threshold: number;
}

const hidden = (depth: number): number[] => Array.from({ length: depth }, () => 24);

/**
 * Fourteen hidden layers of ReLU: deep enough that Xavier's initialization, which halves the variance in each of them,
 * is as lost as one that sees a tenth of the data. docs/digits.md has the distributions that the threshold comes from.
 */
export const reluRuns: TrainingRuns = {
  settings: {
    hiddenSizes: hidden(14),
    classes,
    activation: 'relu',
    epochs: 10,
    batchSize: 10,
    learningRate: 0.03,
    maxNorm: 5,
  },
  nets: 3,
  threshold: 0.41,
};

/** Twelve hidden layers of tanh, quick to learn: only the standard initialization stays at chance. */
export const tanhRuns: TrainingRuns = {
  settings: {
    hiddenSizes: hidden(12),
    classes,
    activation: 'tanh',
    epochs: 3,
    batchSize: 10,
    learningRate: 0.1,
    maxNorm: 1,
    l2: 1e-4,
  },
  nets: 2,
  threshold: 0.28,
};
