import { list, matrix, number, type RngSeed, record, task, vector } from '../../grader/kit.ts';
import type { LayerStatistics, LossAndGradients } from '../../reference/nets/deep-network.ts';
import type { StepOptions, TrainingData, TrainingSettings } from '../../reference/nets/training.ts';
import type { Layer, Matrix } from '../../reference/numerics/types.ts';
import { type Parameters, parametersOf } from './parameters.ts';
import { rulesOf } from './rules.ts';
import { trainingBy } from './training/train/ways.ts';

const layers = list(record<Layer>({ weights: matrix, biases: vector }));

/** The arguments of each task, as they cross into the sandbox; `activation` is a name. */
export type StatisticsArgs = [layers: Layer[], activation: string, inputs: Matrix];
export type GradientArgs = [layers: Layer[], activation: string, inputs: Matrix, labels: number[]];
export type StepArgs = [...GradientArgs, options: StepOptions];
export type TrainArgs = [data: TrainingData, settings: TrainingSettings<string>, rng: RngSeed];

/** The four tasks, each bound to its formula. */
export function tasks(given?: Partial<Parameters>) {
  const rules = rulesOf(parametersOf(given));
  return {
    layerStatistics: task<StatisticsArgs, LayerStatistics[]>(
      'layerStatistics',
      ['layers', 'activation', 'inputs'],
      list(record<LayerStatistics>({ mean: number, std: number })),
      rules.statistics,
    ),
    lossAndGradients: task<GradientArgs, LossAndGradients>(
      'lossAndGradients',
      ['layers', 'activation', 'inputs', 'labels'],
      record<LossAndGradients>({ loss: number, gradients: layers }),
      rules.gradients,
    ),
    trainStep: task<StepArgs, Layer[]>(
      'trainStep',
      ['layers', 'activation', 'inputs', 'labels', 'options'],
      layers,
      rules.step,
    ),
    // What reference/nets/training.ts gives, to the bit, in a third of the time.
    train: task<TrainArgs, Layer[]>('train', ['data', 'settings', 'rng'], layers, trainingBy(rules)({})),
  };
}

export type DeepNetworkTasks = ReturnType<typeof tasks>;
