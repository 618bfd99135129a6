import type { Vector } from '../numerics/types.ts';

/** softmax(z)_i = e^(z_i − m) / Σ_j e^(z_j − m), m the largest entry, so that no exponential overflows. */
export function softmax(logits: Vector): Vector {
  const largest = Math.max(...logits);
  const exponentials = logits.map((z) => Math.exp(z - largest));
  const sum = exponentials.reduce((total, value) => total + value, 0);
  return exponentials.map((value) => value / sum);
}

/** ln Σ e^(z_i) = m + ln Σ e^(z_i − m). */
export function logSumExp(logits: Vector): number {
  const largest = Math.max(...logits);
  return largest + Math.log(logits.reduce((total, z) => total + Math.exp(z - largest), 0));
}

/** −ln softmax(z)_label, taken as ln Σ e^(z_i) − z_label: finite where the probability itself is 0 in double precision. */
export const softmaxCrossEntropy = (logits: Vector, label: number): number => logSumExp(logits) - logits[label]!;

/** Biases b with softmax(b) = the class frequencies: b_k = ln p_k, up to a number added to all of them. */
export const outputBias = (classFrequencies: Vector): Vector => classFrequencies.map((p) => Math.log(p));
