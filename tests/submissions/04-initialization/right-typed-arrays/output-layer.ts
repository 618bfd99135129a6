import type { Vector } from './types';

export const softmax = (logits: Vector): Vector => {
  // exp(z_i) / sum exp(z_j) = 1 / sum exp(z_j - z_i)
  return logits.map((z) => 1 / logits.reduce((sum, other) => sum + Math.exp(other - z), 0));
};

export const outputBias = (classFrequencies: Vector): Vector => {
  const last = classFrequencies[classFrequencies.length - 1]!;
  return classFrequencies.map((p) => Math.log(p / last));
};
