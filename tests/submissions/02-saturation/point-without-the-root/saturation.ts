import { sigmoidDerivativeFromOutput, tanhDerivativeFromOutput } from './from-output';
import { tanh } from './tanh';
import type { Activation, Vector } from './types';

function derivative(activation: Activation, z: number): number {
  return activation === 'sigmoid'
    ? sigmoidDerivativeFromOutput(1 / (1 + Math.exp(-z)))
    : tanhDerivativeFromOutput(tanh(z));
}

export function saturatedFraction(activation: Activation, preactivations: Vector, threshold: number): number {
  if (preactivations.length === 0) return 0;
  return preactivations.filter((z) => derivative(activation, z) < threshold).length / preactivations.length;
}

export function gradientBound(activation: Activation, depth: number): number {
  return derivative(activation, 0) ** depth;
}

export function saturationPoint(activation: Activation, threshold: number): number {
  if (activation === 'tanh') {
    const a = 1 - threshold;
    return Math.log((1 + a) / (1 - a)) / 2;
  }
  const a = (1 + Math.sqrt(1 - 4 * threshold)) / 2;
  return Math.log(a / (1 - a));
}
