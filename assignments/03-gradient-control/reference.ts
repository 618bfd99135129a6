import { list, matrix, number, record, task, vector } from '../../grader/kit.ts';
import { leakyRelu, leakyReluDerivative } from '../../reference/activations/activations.ts';
import { clipByGlobalNorm, clipByNorm, clipByValue } from '../../reference/nets/clipping.ts';
import { unrolledGradients } from '../../reference/nets/recurrent.ts';
import { l2Gradient, l2Penalty } from '../../reference/nets/regularization.ts';
import type { Layer, Matrix, Vector } from '../../reference/numerics/types.ts';
import { namesOf, type Parameters, parametersOf, strengthOf } from './parameters.ts';
import { recurrentOf } from './recurrent/activation.ts';

const layers = list(record<Layer>({ weights: matrix, biases: vector }));

/** The eight tasks, each bound to its formula. */
export function tasks(given?: Partial<Parameters>) {
  const parameters = parametersOf(given);
  const { leak, norm } = parameters;
  const activation = recurrentOf(parameters.recurrentActivation);
  const strength = strengthOf(parameters);
  const names = namesOf(parameters);
  return {
    clipByValue: task<[gradient: Vector, limit: number], Vector>(
      'clipByValue',
      ['gradient', 'limit'],
      vector,
      clipByValue,
    ),
    clipByNorm: task<[gradient: Vector, maxNorm: number], Vector>(
      'clipByNorm',
      ['gradient', 'maxNorm'],
      vector,
      (gradient, maxNorm) => clipByNorm(gradient, maxNorm, norm),
    ),
    clipByGlobalNorm: task<[gradients: Vector[], maxNorm: number], Vector[]>(
      'clipByGlobalNorm',
      ['gradients', 'maxNorm'],
      matrix,
      (gradients, maxNorm) => clipByGlobalNorm(gradients, maxNorm, norm),
    ),
    l2Penalty: task<[layers: Layer[], lambda: number], number>(
      'l2Penalty',
      ['layers', 'lambda'],
      number,
      (layers, lambda) => l2Penalty(layers, strength * lambda),
    ),
    l2Gradient: task<[layers: Layer[], lambda: number], Layer[]>(
      'l2Gradient',
      ['layers', 'lambda'],
      layers,
      (list, lambda) => l2Gradient(list, strength * lambda),
    ),
    relu: task<[z: number], number>(names.relu, ['z'], number, (z) => leakyRelu(leak, z)),
    reluDerivative: task<[z: number], number>(names.reluDerivative, ['z'], number, (z) => leakyReluDerivative(leak, z)),
    unrolledGradients: task<[recurrentWeights: Matrix, states: Vector[], outputGradient: Vector], Vector[]>(
      'unrolledGradients',
      ['recurrentWeights', 'states', 'outputGradient'],
      matrix,
      (weights, states, outputGradient) => unrolledGradients(weights, states, outputGradient, activation),
    ),
  };
}

export type GradientControlTasks = ReturnType<typeof tasks>;
