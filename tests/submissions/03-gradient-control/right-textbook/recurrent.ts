import type { Matrix, Vector } from './types';

export function unrolledGradients(recurrentWeights: Matrix, states: Vector[], outputGradient: Vector): Vector[] {
  const gradients: Vector[] = [outputGradient];
  for (let t = states.length - 1; t > 0; t--) {
    const delta = states[t].map((h, j) => (1 - h * h) * gradients[0][j]);
    gradients.unshift(delta.map((_, i) => delta.reduce((sum, d, j) => sum + recurrentWeights[j][i] * d, 0)));
  }
  return gradients;
}
