import { number, task } from '../../grader/contract.ts';
import { tanh, tanhDerivative } from '../../reference/activations.ts';
import {
  gradientBound,
  type Saturating,
  saturatedFraction,
  saturationPoint,
  sigmoidDerivativeFromOutput,
  tanhDerivativeFromOutput,
} from '../../reference/saturation.ts';
import type { Vector } from '../../reference/types.ts';

const scalar = (id: string, parameter: string, answer: (x: number) => number) =>
  task<[x: number], number>(id, [parameter], number, answer);

/** The seven tasks, each bound to its formula. */
export const tasks = () => ({
  tanh: scalar('tanh', 'z', tanh),
  tanhDerivative: scalar('tanhDerivative', 'z', tanhDerivative),
  sigmoidDerivativeFromOutput: scalar('sigmoidDerivativeFromOutput', 'a', sigmoidDerivativeFromOutput),
  tanhDerivativeFromOutput: scalar('tanhDerivativeFromOutput', 'a', tanhDerivativeFromOutput),
  saturatedFraction: task<[activation: Saturating, preactivations: Vector, threshold: number], number>(
    'saturatedFraction',
    ['activation', 'preactivations', 'threshold'],
    number,
    saturatedFraction,
  ),
  gradientBound: task<[activation: Saturating, depth: number], number>(
    'gradientBound',
    ['activation', 'depth'],
    number,
    gradientBound,
  ),
  saturationPoint: task<[activation: Saturating, threshold: number], number>(
    'saturationPoint',
    ['activation', 'threshold'],
    number,
    saturationPoint,
  ),
});

export type SaturationTasks = ReturnType<typeof tasks>;
