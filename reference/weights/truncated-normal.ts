import type { RandomStream } from '../numerics/rng.ts';
import { normalCdf, normalDensity } from '../statistics/statistics.ts';

/** At so many standard deviations libraries cut a normal distribution off: TensorFlow, Keras, JAX. */
export const cut = 2;

/** What is left of a normal distribution between −2 and 2. */
const inside = 2 * normalCdf(cut) - 1;

/** Moments of what is left, by m_k = (k − 1)·m_(k−2) − 2·2^(k−1)·φ(2)/inside. */
const loss = (2 * normalDensity(cut)) / inside;
const rawMoment = (k: number): number => (k === 0 ? 1 : (k - 1) * rawMoment(k - 2) - cut ** (k - 1) * loss);
const second = rawMoment(2);

/** Its standard deviation: 0.8796…, by which libraries divide so that the variance is the one that was asked for. */
export const truncatedStd = Math.sqrt(second);

/** E x^k of a truncated normal x of variance 1, for an even k. */
export const truncatedMoment = (k: number): number => rawMoment(k) / second ** (k / 2);

export const truncatedKurtosis = truncatedMoment(4);

/** No truncated normal of variance 1 is larger than this. */
export const truncatedLimit = cut / truncatedStd;

/** A normal number drawn again until it is within two standard deviations; its variance is not yet 1. */
export function drawTruncated({ normal }: Pick<RandomStream, 'normal'>): number {
  for (;;) {
    const z = normal();
    if (Math.abs(z) <= cut) return z;
  }
}

/** P(x ≤ t) of a truncated normal x of variance 1. */
export function truncatedCdf(t: number): number {
  const z = t * truncatedStd;
  if (z <= -cut) return 0;
  if (z >= cut) return 1;
  return (normalCdf(z) - normalCdf(-cut)) / inside;
}

/** The density of a truncated normal of variance 1. */
export const truncatedDensity = (t: number): number =>
  Math.abs(t) <= truncatedLimit ? (truncatedStd * normalDensity(t * truncatedStd)) / inside : 0;
