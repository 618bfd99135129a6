import { list, matrix, number, type RngSeed, record, type Task, task, vector } from '../../grader/kit.ts';
import { outputBias, softmax } from '../../reference/activations/softmax.ts';
import { initialize } from '../../reference/nets/training.ts';
import type { Layer, Matrix, Vector } from '../../reference/numerics/types.ts';
import { layerVariance, type Moments, productVariance, varianceByDepth } from '../../reference/statistics/variance.ts';
import { type Distribution, type Initializer, varianceScaling } from '../../reference/weights/initializers.ts';
import { namesOf, type Parameters, type Scheme, setupOf } from './parameters.ts';

const layers = list(record<Layer>({ weights: matrix, biases: vector }));

export type InitializerArgs = [fanIn: number, fanOut: number, rng: RngSeed];
export type InitializerTask = Task<InitializerArgs, Matrix>;

const initializer = (id: string, answer: Initializer): InitializerTask =>
  task<InitializerArgs, Matrix>(id, ['fanIn', 'fanOut', 'rng'], matrix, answer);

/** The scale is asked for when weights are. */
const drawnBy =
  (scheme: Scheme, distribution: Distribution): Initializer =>
  (...args) =>
    varianceScaling(scheme.scale, scheme.mode, distribution)(...args);

export type NetworkArgs = [sizes: number[], activation: string, rng: RngSeed];

/** The eleven tasks, each bound to its formula. */
export function tasks(given?: Partial<Parameters>) {
  const setup = setupOf(given);
  const { normalFamily, choices } = setup;
  const { standard, balanced, gained } = setup.schemes;
  const names = namesOf(setup);
  const normal = { balanced: drawnBy(balanced, normalFamily), gained: drawnBy(gained, normalFamily) };
  return {
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
    standardUniform: initializer(names.standardUniform, drawnBy(standard, 'uniform')),
    xavierUniform: initializer(names.xavierUniform, drawnBy(balanced, 'uniform')),
    xavierNormal: initializer(names.xavierNormal, normal.balanced),
    heNormal: initializer(names.heNormal, normal.gained),
    heUniform: initializer(names.heUniform, drawnBy(gained, 'uniform')),
    softmax: task<[logits: Vector], Vector>('softmax', ['logits'], vector, softmax),
    outputBias: task<[classFrequencies: Vector], Vector>('outputBias', ['classFrequencies'], vector, outputBias),
    initializeNetwork: task<NetworkArgs, Layer[]>(
      'initializeNetwork',
      ['sizes', 'activation', 'rng'],
      layers,
      (sizes, activation, rng) =>
        initialize(sizes, activation === choices.balanced ? normal.balanced : normal.gained, rng),
    ),
  };
}

export type InitializationTasks = ReturnType<typeof tasks>;
