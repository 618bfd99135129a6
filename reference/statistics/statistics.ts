/**
 * ln Γ(x) for x > 0 by Lanczos' series with g = 7 and nine terms (Press et al., Numerical Recipes, section 6.1), right
 * to about 1e-15 of ln Γ.
 */
export function logGamma(x: number): number {
  const [first = 0, ...others] = lanczos;
  const series = others.reduce((sum, coefficient, i) => sum + coefficient / (x + i), first);
  const t = x + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(series);
}

const lanczos: readonly number[] = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** Both tails of the gamma distribution of shape a: lower + upper = 1, each with digits of its own. */
export type GammaTails = { readonly lower: number; readonly upper: number };

/**
 * The regularized incomplete gamma functions P(a, x) and Q(a, x) (Abramowitz & Stegun 6.5): P by its series where
 * x < a + 1, Q by its continued fraction beyond, the other as what is left to 1. About √a terms are needed near x = a.
 */
export function gammaTails(a: number, x: number): GammaTails {
  if (Number.isNaN(x)) return { lower: x, upper: x };
  if (x <= 0) return { lower: 0, upper: 1 };
  if (x === Infinity) return { lower: 1, upper: 0 };
  const density = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    const lower = density * lowerSeries(a, x);
    return { lower, upper: 1 - lower };
  }
  const upper = density * upperFraction(a, x);
  return { lower: 1 - upper, upper };
}

/** Σ x^n / (a(a + 1)…(a + n)) */
function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; term > sum * Number.EPSILON; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

/** 1/(x + 1 − a − 1·(1 − a)/(x + 3 − a − 2·(2 − a)/(x + 5 − a − …))), from the front, by Lentz's method. */
function upperFraction(a: number, x: number): number {
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; ; n++) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / (numerator * d + b || tiny);
    c = b + numerator / c || tiny;
    const factor = c * d;
    fraction *= factor;
    if (Math.abs(factor - 1) < 2 * Number.EPSILON) return fraction;
  }
}

/** Φ(x) = P(Z ≤ x) of a standard normal Z, since Z²/2 has a gamma distribution of shape ½. */
export function normalCdf(x: number): number {
  const { lower, upper } = gammaTails(0.5, (x * x) / 2);
  return x < 0 ? upper / 2 : (1 + lower) / 2;
}

/** φ(x) = e^(−x²/2)/√(2π), the density of N(0, 1). */
export const normalDensity = (x: number): number => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);

/** Two numbers that a statistic leaves with a probability of at most alpha on either side. */
export type Quantiles = { readonly low: number; readonly high: number };

/**
 * The quantiles of χ² with k degrees of freedom: P(X < low) = P(X > high) = alpha, by bisection between the bounds of
 * Laurent & Massart (2000), lemma 1: P(X ≥ k + 2√(kt) + 2t) ≤ e^−t and P(X ≤ k − 2√(kt)) ≤ e^−t.
 */
export function chiSquareQuantiles(k: number, alpha: number): Quantiles {
  const t = -Math.log(alpha);
  const spread = 2 * Math.sqrt(k * t);
  return {
    low: bisect(Math.max(0, k - spread), k, (x) => gammaTails(k / 2, x / 2).lower < alpha),
    high: bisect(k, k + spread + 2 * t, (x) => gammaTails(k / 2, x / 2).upper > alpha),
  };
}

/**
 * What the largest |x| of N draws falls short of with probability alpha, for a distribution about 0 that ends at ±limit, or
 * has next to nothing beyond: P(all |x| ≤ m) = (2F(m) − 1)^N.
 */
export const largestQuantile = (cdf: (x: number) => number, limit: number, draws: number, alpha: number): number =>
  bisect(0, limit, (m) => 2 * cdf(m) - 1 < Math.exp(Math.log(alpha) / draws));

/**
 * A size that the largest |x| of N normal draws falls short of with a probability of at most alpha: P(|x| > m) is more than
 * 2φ(m)·m/(1 + m²) (Gordon 1941), and (1 − q)^N ≤ e^(−qN). For a hundred draws or more.
 */
export const largestNormal = (draws: number, alpha: number): number =>
  bisect(0.5, 10, (m) => (2 * normalDensity(m) * m) / (1 + m * m) > -Math.log(alpha) / draws);

/** The point, to eight digits, at which a condition that holds at the left end stops holding. */
function bisect(left: number, right: number, holds: (x: number) => boolean): number {
  let low = left;
  let high = right;
  while (high - low > 1e-8 * high) {
    const middle = (low + high) / 2;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
