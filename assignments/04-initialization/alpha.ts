/**
 * The chance that a report on a right submission contains a failure, shared out among all that may cause one.
 *
 * Sound to the bound, not to a guess: P(any of the laws errs) ≤ Σ P(law errs) ≤ Σ share = budget (Bonferroni). This holds
 * whatever the laws have in common, and it counts every law of every task, although most reports draw on fewer.
 *
 * | tasks                                        | laws with a share                                                | shares |
 * | standardUniform, xavierUniform, heUniform    | variance, mean, distribution, independence, fifty layers         | 3 · 5  |
 * | xavierNormal, heNormal                       | these, and the largest weight                                    | 2 · 6  |
 * | initializeNetwork                            | variance, distribution, largest weight, independence, fifty layers | 5      |
 *
 * It is the same count under all parameters of a variant: a truncated normal, too, has a law of the largest weight.
 *
 * Each of them is tried on one input a report (`runs: 1`). Several statistics within a law, or both sides of one, divide
 * its share once more, where it is used. All other laws are exact: no draw breaks them.
 */
export const budget = 1e-9;

const shares = 3 * 5 + 2 * 6 + 5;

export const share = budget / shares;
