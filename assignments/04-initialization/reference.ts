import { list, matrix, number, type RngSeed, record, type Task, task, vector } from '../../grader/contract.ts';
import {
  heNormal,
  heUniform,
  type Initializer,
  standardUniform,
  xavierNormal,
  xavierUniform,
} from '../../reference/initializers.ts';
import { outputBias, softmax } from '../../reference/softmax.ts';
import { initialize, initializers } from '../../reference/training.ts';
import type { Layer, Matrix, Vector } from '../../reference/types.ts';
import { layerVariance, type Moments, productVariance, varianceByDepth } from '../../reference/variance.ts';

const layers = list(record<Layer>({ weights: matrix, biases: vector }));

export type InitializerArgs = [fanIn: number, fanOut: number, rng: RngSeed];
export type InitializerTask = Task<InitializerArgs, Matrix>;

const initializer = (id: string, answer: Initializer): InitializerTask =>
  task<InitializerArgs, Matrix>(id, ['fanIn', 'fanOut', 'rng'], matrix, answer);

export type HiddenActivation = 'tanh' | 'relu';
export type NetworkArgs = [sizes: number[], activation: HiddenActivation, rng: RngSeed];

/** The eleven tasks, each bound to its formula. */
export const tasks = () => ({
  productVariance: task<[w: Moments, x: Moments], number>('productVariance', ['w', 'x'], number, productVariance),
  layerVariance: task<[fanIn: number, weightVariance: number, inputVariance: number], number>(
    'layerVariance',
    ['fanIn', 'weightVariance', 'inputVariance'],
    number,
    layerVariance,
  ),
  varianceByDepth: task<[depth: number, fanIn: number, weightVariance: number, inputVariance: number], Vector>(
    'varianceByDepth',
    ['depth', 'fanIn', 'weightVariance', 'inputVariance'],
    vector,
    varianceByDepth,
  ),
  standardUniform: initializer('standardUniform', standardUniform),
  xavierUniform: initializer('xavierUniform', xavierUniform),
  xavierNormal: initializer('xavierNormal', xavierNormal),
  heNormal: initializer('heNormal', heNormal),
  heUniform: initializer('heUniform', heUniform),
  softmax: task<[logits: Vector], Vector>('softmax', ['logits'], vector, softmax),
  outputBias: task<[classFrequencies: Vector], Vector>('outputBias', ['classFrequencies'], vector, outputBias),
  initializeNetwork: task<NetworkArgs, Layer[]>(
    'initializeNetwork',
    ['sizes', 'activation', 'rng'],
    layers,
    (sizes, activation, rng) => initialize(sizes, initializers[activation], rng),
  ),
});

export type InitializationTasks = ReturnType<typeof tasks>;
