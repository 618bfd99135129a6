/**
 * How far a statistic strays with a probability of at most alpha, both sides together. All hold for every sample size;
 * none is an approximation.
 */

/**
 * sup|F_N − F| of N independent draws (Dvoretzky, Kiefer & Wolfowitz 1956, with the constant of Massart 1990):
 * P(sup|F_N − F| > ε) ≤ 2e^(−2Nε²).
 */
export const dkwEpsilon = (draws: number, alpha: number): number => Math.sqrt(Math.log(2 / alpha) / (2 * draws));

/**
 * |Σ c_i·x_i| / ‖c‖ for independent x_i of variance 1 that are normal, or uniform about 0: P(|…| > z) ≤ 2e^(−z²/2).
 *
 * Both have E e^(tx) ≤ e^(t²/2); for the uniform it is sinh(√3·t)/(√3·t) ≤ e^(t²/2), term by term.
 */
export const subGaussianBound = (alpha: number): number => Math.sqrt(2 * Math.log(2 / alpha));

/**
 * The mean of N independent numbers of the given variance that stray from their expectation by at most `range`
 * (Bernstein; Boucheron, Lugosi & Massart 2013, corollary 2.11): P(|mean − E| ≥ ε) ≤ 2 exp(−Nε² / 2(v + range·ε/3)).
 */
export function bernsteinEpsilon(draws: number, variance: number, range: number, alpha: number): number {
  const t = Math.log(2 / alpha);
  const linear = (range * t) / 3;
  return (linear + Math.sqrt(linear ** 2 + 2 * draws * variance * t)) / draws;
}

/**
 * The mean of u² over N draws of U[−1, 1], about its expectation 1/3: u² has the variance 1/5 − 1/9 = 4/45 and is never
 * further from 1/3 than 2/3.
 */
export const uniformSquareEpsilon = (draws: number, alpha: number): number =>
  bernsteinEpsilon(draws, 4 / 45, 2 / 3, alpha);
