/**
 * The chance that a report on a right submission contains a failure, shared out among all that may cause one.
 *
 * Sound to the bound, not to a guess: P(any of the laws errs) ≤ Σ P(law errs) ≤ Σ share = budget (Bonferroni). This holds
 * whatever the laws have in common, and it counts every law of every task, although most reports draw on fewer.
 *
 * | tasks                                        | laws with a share                                                           | shares |
 * | standardUniform, xavierUniform, heUniform    | every size, mean, variance, distribution, shape, independence, ties, fifty layers | 3 · 8  |
 * | xavierNormal, heNormal                       | these, the largest weight, and sums                                         | 2 · 10 |
 * | initializeNetwork                            | every size, mean, variance, distribution, shape, largest weight, independence, ties, sums | 9      |
 *
 * It is the same count under all parameters of a variant: a truncated normal, too, has a law of the largest weight.
 *
 * Each of them is tried on one input a report (`runs: 1`). Several statistics within a law, or both sides of one, divide
 * its share once more, where it is used. All other laws are exact: no draw breaks them.
 */
export const budget = 1e-9;

const shares = 3 * 8 + 2 * 10 + 9;

export const share = budget / shares;
