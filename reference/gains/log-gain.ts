import { logGamma, normalCdf, type Quantiles } from '../statistics/statistics.ts';

/**
 * Gain of one randomly initialized layer (the factor by which it changes the mean square of a signal), and tail bounds for a product of many gains.
 *
 * A unit of a layer receives σ‖h‖·Z, where Z is a sum of weights times a unit vector: of mean 0 and variance 1,
 * symmetric, and independent of the other units' and of all earlier layers. The gain of a layer of n units is
 * G = (1/n) Σ Z² over all of them, or, behind ReLU or another gate that half of the units pass, G = (2/n) Σ Z² over the
 * units that do. E[G] = 1 in both cases. For weights that are normal, and for uniform ones, whatever came before:
 *
 * - above: P(Σ ln G ≥ t) ≤ e^−st·Π E[G^s] for each s > 0 (Chernoff). For whole s the moments of a uniform's Z² are at
 *   most those of a normal's, whose sum is χ²: each E[Z^2k] is a sum of products of E[w^2j], with coefficients ≥ 0, and
 *   3^j/(2j + 1) ≤ 1·3·5·…·(2j − 1).
 * - below: P(Σ ln G ≤ −t) ≤ e^−st·Π E[G^−s], with E[G^−s] bounded as follows.
 */

/**
 * An upper bound of φ(λ) = E e^(−λZ²) = E_g Π_i sinc(√(6λ)·u_i·g), g normal, u the unit vector.
 *
 * |sinc x| is at most e^(−x²/6) up to π, which makes the product e^(−λg²), and at most 0.2173 beyond, which some factor
 * can reach only where |g| > π/√(6λ). For large λ: no density of Z exceeds 1/√6, the largest section of a cube being √2
 * (Ball 1986), so φ ≤ √(π/6λ). For normal weights φ is (1 + 2λ)^−½, below both.
 */
const transformBound = (lambda: number): number =>
  Math.min(
    1 / Math.sqrt(1 + 2 * lambda) + 2 * 0.2173 * normalCdf(-Math.PI / Math.sqrt(6 * lambda)),
    Math.sqrt(Math.PI / (6 * lambda)),
  );

/** λ from 1e-8 to 1e5, evenly in ln λ. What lies outside is below 1e-9 of the integrals, or added to them. */
const step = 1 / 16;
const abscissae = Array.from({ length: 480 }, (_, i) => Math.log(1e-8) + i * step);
const logTransform = abscissae.map((x) => Math.log(transformBound(Math.exp(x))));

/** ln E[(Σ Z²)^−s] over `units` terms, at most: (Σ Z²)^−s = (1/Γ(s)) ∫ λ^s e^(−λ Σ Z²) d ln λ. */
function logNegativeMoment(units: number, s: number): number {
  const head = 1e-8 ** s / s;
  const integral = abscissae.reduce((sum, x, i) => sum + Math.exp(s * x + units * logTransform[i]!), 0) * step;
  return Math.log(head + integral) - logGamma(s);
}

/** ln E[(Σ Z²)^s] over `units` terms, at most, for a whole s > 0: that of χ², 2^s·Γ(units/2 + s)/Γ(units/2). */
const logPositiveMoment = (units: number, s: number): number =>
  s * Math.LN2 + logGamma(units / 2 + s) - logGamma(units / 2);

const logMoment = (units: number, s: number): number =>
  s > 0 ? logPositiveMoment(units, s) : logNegativeMoment(units, -s);

/** Whether all units of a layer count in its gain, or those that a gate lets pass, each with a chance of ½. */
export type Gate = 'open' | 'half';

/** With fewer units than this a gated layer counts as dead, and its gain as so much: nothing is left to go on from. */
export const leastActive = 4;
export const deadGain = 1 / 64;

/** ln of the chance that k of n units pass a gate. */
const logBinomial = (n: number, k: number): number =>
  logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1) - n * Math.LN2;

/**
 * E ln G of a layer of n units behind ReLU, whose weights are normal with the variance 2/n: what a typical net of many such
 * layers loses or gains in each, while the mean over nets keeps E G = 1. Layers in which no unit is on are left out.
 */
export function meanLogGain(units: number): number {
  const active = Array.from({ length: units }, (_, k) => k + 1);
  const chances = active.map((k) => Math.exp(logBinomial(units, k)));
  const sum = active.reduce((total, k, i) => total + chances[i]! * (Math.log(4 / units) + digamma(k / 2)), 0);
  return sum / chances.reduce((total, chance) => total + chance, 0);
}

/** ψ(x) = d ln Γ(x)/dx, to six digits. */
const digamma = (x: number): number => (logGamma(x + 1e-5) - logGamma(x - 1e-5)) / 2e-5;

/** ln E[G^s] of a layer of n units, at most. */
function logGainMoment(n: number, gate: Gate, s: number): number {
  if (gate === 'open') return -s * Math.log(n) + logMoment(n, s);
  let sum = 0;
  for (let k = 0; k <= n; k++) {
    const moment = k < leastActive ? s * Math.log(deadGain) : -s * Math.log(n / 2) + logMoment(k, s);
    sum += Math.exp(logBinomial(n, k) + moment);
  }
  return Math.log(sum);
}

/** Each exponent gives a bound; the best one is close to one of these. */
const above = [1, 2, 3, 4];
/** The last ones for open layers only: of k active units there are moments down to −k/2. */
const below = { open: [0.2, 0.3, 0.4, 0.6, 0.8, 1, 1.5, 2, 2.5, 3], half: [0.2, 0.3, 0.4, 0.6, 0.8, 1, 1.2, 1.5] };

/** Layers of so many units each, so many times. */
export type Layers = { readonly units: number; readonly count: number };

const known = new Map<string, Quantiles>();

/** What Σ ln G over all the layers leaves with a probability of at most alpha on either side. */
export function logGainBounds(layers: readonly Layers[], gate: Gate, alpha: number): Quantiles {
  const key = JSON.stringify([layers, gate, alpha]);
  const bounds = known.get(key) ?? chernoffBounds(layers, gate, alpha);
  known.set(key, bounds);
  return bounds;
}

function chernoffBounds(layers: readonly Layers[], gate: Gate, alpha: number): Quantiles {
  const bound = (s: number): number => {
    const total = layers.reduce((sum, { units, count }) => sum + count * logGainMoment(units, gate, s), 0);
    return (total - Math.log(alpha)) / Math.abs(s);
  };
  return { low: -Math.min(...below[gate].map((s) => bound(-s))), high: Math.min(...above.map(bound)) };
}
