import { list, matrix, number, record, task, vector } from '../../grader/contract.ts';
import { relu, reluDerivative } from '../../reference/activations.ts';
import { clipByGlobalNorm, clipByNorm, clipByValue } from '../../reference/clipping.ts';
import { unrolledGradients } from '../../reference/recurrent.ts';
import { l2Gradient, l2Penalty } from '../../reference/regularization.ts';
import type { Layer, Matrix, Vector } from '../../reference/types.ts';

const layers = list(record<Layer>({ weights: matrix, biases: vector }));

/** The eight tasks, each bound to its formula. */
export const tasks = () => ({
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
    clipByNorm,
  ),
  clipByGlobalNorm: task<[gradients: Vector[], maxNorm: number], Vector[]>(
    'clipByGlobalNorm',
    ['gradients', 'maxNorm'],
    matrix,
    clipByGlobalNorm,
  ),
  l2Penalty: task<[layers: Layer[], lambda: number], number>('l2Penalty', ['layers', 'lambda'], number, l2Penalty),
  l2Gradient: task<[layers: Layer[], lambda: number], Layer[]>('l2Gradient', ['layers', 'lambda'], layers, l2Gradient),
  relu: task<[z: number], number>('relu', ['z'], number, relu),
  reluDerivative: task<[z: number], number>('reluDerivative', ['z'], number, reluDerivative),
  unrolledGradients: task<[recurrentWeights: Matrix, states: Vector[], outputGradient: Vector], Vector[]>(
    'unrolledGradients',
    ['recurrentWeights', 'states', 'outputGradient'],
    matrix,
    unrolledGradients,
  ),
});

export type GradientControlTasks = ReturnType<typeof tasks>;
