import { number, task } from '../../grader/contract.ts';
import { gradientBound, type Saturating, saturatedFraction, saturationPoint } from '../../reference/saturation.ts';
import type { Vector } from '../../reference/types.ts';
import { namesOf, type Parameters, parametersOf, shapesOf } from './parameters.ts';

const scalar = (id: string, parameter: string, answer: (x: number) => number) =>
  task<[x: number], number>(id, [parameter], number, answer);

/** The seven tasks, each bound to its formula. */
export function tasks(given?: Partial<Parameters>) {
  const parameters = parametersOf(given);
  const shapes = shapesOf(parameters);
  const names = namesOf(parameters);
  return {
    tanh: scalar(names.tanh, 'z', shapes.tanh.activate),
    tanhDerivative: scalar(names.tanhDerivative, 'z', shapes.tanh.derivative),
    sigmoidDerivativeFromOutput: scalar('sigmoidDerivativeFromOutput', 'a', shapes.sigmoid.derivativeFromOutput),
    tanhDerivativeFromOutput: scalar(names.tanhDerivativeFromOutput, 'a', shapes.tanh.derivativeFromOutput),
    saturatedFraction: task<[activation: Saturating, preactivations: Vector, threshold: number], number>(
      'saturatedFraction',
      ['activation', 'preactivations', 'threshold'],
      number,
      (kind, preactivations, threshold) => saturatedFraction(shapes[kind], preactivations, threshold),
    ),
    gradientBound: task<[activation: Saturating, depth: number], number>(
      'gradientBound',
      ['activation', 'depth'],
      number,
      (kind, depth) => gradientBound(shapes[kind], depth),
    ),
    saturationPoint: task<[activation: Saturating, threshold: number], number>(
      'saturationPoint',
      ['activation', 'threshold'],
      number,
      (kind, threshold) => saturationPoint(shapes[kind], threshold),
    ),
  };
}

export type SaturationTasks = ReturnType<typeof tasks>;
