import { number, task } from '../../grader/kit.ts';
import { gradientBound, saturatedFraction, saturationPoint } from '../../reference/activations/saturation.ts';
import type { Vector } from '../../reference/numerics/types.ts';
import { activationNamed } from './activations/pair.ts';
import { namesOf, type Parameters, pairOf, parametersOf } from './parameters.ts';

const scalar = (id: string, parameter: string, answer: (x: number) => number) =>
  task<[x: number], number>(id, [parameter], number, answer);

/** The seven tasks, each bound to its formula. */
export function tasks(given?: Partial<Parameters>) {
  const pair = pairOf(parametersOf(given));
  const { first, second } = pair;
  const names = namesOf(pair);
  const shapeOf = (activation: string) => activationNamed(pair, activation).shape;
  return {
    value: scalar(names.value, 'z', second.shape.activate),
    slope: scalar(names.slope, 'z', second.shape.derivative),
    firstFromOutput: scalar(names.firstFromOutput, 'a', first.shape.derivativeFromOutput),
    secondFromOutput: scalar(names.secondFromOutput, 'a', second.shape.derivativeFromOutput),
    saturatedFraction: task<[activation: string, preactivations: Vector, threshold: number], number>(
      'saturatedFraction',
      ['activation', 'preactivations', 'threshold'],
      number,
      (activation, preactivations, threshold) => saturatedFraction(shapeOf(activation), preactivations, threshold),
    ),
    gradientBound: task<[activation: string, depth: number], number>(
      'gradientBound',
      ['activation', 'depth'],
      number,
      (activation, depth) => gradientBound(shapeOf(activation), depth),
    ),
    saturationPoint: task<[activation: string, threshold: number], number>(
      'saturationPoint',
      ['activation', 'threshold'],
      number,
      (activation, threshold) => saturationPoint(shapeOf(activation), threshold),
    ),
  };
}

export type SaturationTasks = ReturnType<typeof tasks>;
