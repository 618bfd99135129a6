import { truncatedKurtosis, truncatedLimit } from '../weights/truncated-normal.ts';

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
 * |Σ c_i·x_i| / ‖c‖ for independent x_i of variance 1 that are normal, uniform about 0, or normal and cut off on both sides
 * alike: P(|…| > z) ≤ 2e^(−z²/2).
 *
 * All have E e^(tx) ≤ e^(t²/2). For the uniform it is sinh(√3·t)/(√3·t) ≤ e^(t²/2), term by term. So it is for what is cut
 * off at ±c: its even moments are m_2k = (2k − 1)·m_(2k−2) − 2c^(2k−1)·φ(c)/(2Φ(c) − 1), hence at most (2k − 1)·m_2·m_(2k−2)
 * if m_(2k−2) ≤ c^(2k−2)/(2k − 1). That is the moment of a uniform on [−c, c], which is larger, since the density of the
 * truncated normal falls away from 0. So m_2k ≤ 1·3·5·…·(2k − 1)·m_2^k, as it is for a normal of the same variance.
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
 * The mean of x² over N independent x of variance 1 about 0, normal, uniform, or normal and cut off on both sides alike:
 * P(mean − 1 ≥ ε) ≤ exp(−N/2·(ε − ln(1 + ε))), the bound of Chernoff for χ², and for 1 − mean it is less.
 *
 * It serves for all three because their densities, less that of a normal of variance 1, change sign twice on the half-axis,
 * from − to + to −. So x² is below Z² in convex order (Shaked & Shanthikumar 2007, theorem 3.A.44), and E e^(s·Σx²) at most
 * that of χ².
 */
export function chiSquareMeanEpsilon(draws: number, alpha: number): number {
  const t = (2 * Math.log(2 / alpha)) / draws;
  // From above, where Laurent & Massart (2000, lemma 1) have it, Newton's steps stay above.
  let epsilon = Math.sqrt(2 * t) + t;
  for (let step = 0; step < 5; step++) {
    epsilon -= ((epsilon - Math.log1p(epsilon) - t) * (1 + epsilon)) / epsilon;
  }
  return epsilon;
}

/**
 * The mean of u² over N draws of U[−1, 1], about its expectation 1/3: u² has the variance 1/5 − 1/9 = 4/45 and is never
 * further from 1/3 than 2/3.
 */
export const uniformSquareEpsilon = (draws: number, alpha: number): number =>
  bernsteinEpsilon(draws, 4 / 45, 2 / 3, alpha);

/**
 * The mean of x² over N draws of a truncated normal of variance 1, whose x² lies in [0, limit²] and has the variance
 * kurtosis − 1.
 */
export const truncatedSquareEpsilon = (draws: number, alpha: number): number =>
  bernsteinEpsilon(draws, truncatedKurtosis - 1, truncatedLimit ** 2 - 1, alpha);
