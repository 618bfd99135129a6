import { type Activation, NotImplemented, type Vector } from './types';

/**
 * How much of a layer is saturated: the share of its units whose derivative is below the threshold.
 *
 * @param preactivations the z of each unit
 * @returns a number from 0 to 1; 0 for a layer without units
 */
export function saturatedFraction(activation: Activation, preactivations: Vector, threshold: number): number {
  throw new NotImplemented('saturatedFraction');
}

/**
 * The largest possible product of `depth` derivatives.
 *
 * @param depth how many layers the gradient passes through, 0 or more
 */
export function gradientBound(activation: Activation, depth: number): number {
  throw new NotImplemented('gradientBound');
}

/**
 * Where saturation begins: the |z| at which the derivative has fallen to the threshold.
 *
 * @param threshold more than 0, less than the largest value of the derivative
 * @returns a positive number
 */
export function saturationPoint(activation: Activation, threshold: number): number {
  throw new NotImplemented('saturationPoint');
}
