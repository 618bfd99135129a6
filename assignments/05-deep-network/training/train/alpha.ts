import { orderAlpha } from './examples/order-laws.ts';
import { stepOrderAlpha } from './examples/step-order-laws.ts';

/**
 * The chance that a report on a right submission contains a failure, shared out among the laws of `train` that may cause one
 * (Bonferroni): two of accuracy, which are extrapolated from what was measured (docs/digits.md), six of the order of the
 * examples, whose chances are known or bounded, and five of the weights as they were drawn.
 */
const budget = 1e-9;

/** That the mean accuracy of right nets misses a threshold. */
export const accuracyAlpha = 2.5e-10;

const weightLaws = 5;
export const share = (budget - 2 * accuracyAlpha - orderAlpha - stepOrderAlpha) / weightLaws;
