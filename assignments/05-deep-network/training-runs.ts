import type { TrainingSettings } from '../../reference/training.ts';
import { classes } from './digits.ts';

/** Nets that are trained on the digits with the same settings, and the mean accuracy that they have to reach together. */
export interface TrainingRuns {
  readonly settings: TrainingSettings;
  readonly nets: number;
  readonly threshold: number;
}

const layers = (depth: number, width: number): number[] => Array.from({ length: depth }, () => width);

/**
 * Eighteen hidden layers of ReLU. Xavier's initialization halves the mean square of the signal in each of them, and stays
 * at chance as the standard one does; not quite at every seed, see docs/digits.md. Steps this long diverge unless they are clipped: every one has the length 0.09.
 * docs/digits.md has the distributions that the thresholds come from.
 */
export const reluRuns: TrainingRuns = {
  settings: {
    hiddenSizes: layers(18, 24),
    classes,
    activation: 'relu',
    epochs: 9,
    batchSize: 10,
    learningRate: 0.3,
    maxNorm: 0.3,
  },
  nets: 2,
  threshold: 0.14,
};

/**
 * Twelve narrow hidden layers of tanh, which learn quickly. A last layer drawn small, as some books advise, costs a quarter
 * of the accuracy and must not cost the points; the standard initialization stays at chance here too.
 */
export const tanhRuns: TrainingRuns = {
  settings: {
    hiddenSizes: layers(12, 16),
    classes,
    activation: 'tanh',
    epochs: 12,
    batchSize: 10,
    learningRate: 0.1,
    maxNorm: 1,
    l2: 1e-4,
  },
  nets: 3,
  threshold: 0.35,
};
