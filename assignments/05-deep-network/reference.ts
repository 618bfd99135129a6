import { list, matrix, number, type RngSeed, record, task, vector } from '../../grader/contract.ts';
import {
  type Activation,
  type LayerStatistics,
  type LossAndGradients,
  layerStatistics,
  lossAndGradients,
} from '../../reference/deep-network.ts';
import {
  type StepOptions,
  type TrainingData,
  type TrainingSettings,
  train,
  trainStep,
} from '../../reference/training.ts';
import type { Layer, Matrix } from '../../reference/types.ts';

const layers = list(record<Layer>({ weights: matrix, biases: vector }));

/** The arguments of each task, as they cross into the sandbox. */
export type StatisticsArgs = [layers: Layer[], activation: Activation, inputs: Matrix];
export type GradientArgs = [layers: Layer[], activation: Activation, inputs: Matrix, labels: number[]];
export type StepArgs = [...GradientArgs, options: StepOptions];
export type TrainArgs = [data: TrainingData, settings: TrainingSettings, rng: RngSeed];

/** The four tasks, each bound to its formula. */
export const tasks = () => ({
  layerStatistics: task<StatisticsArgs, LayerStatistics[]>(
    'layerStatistics',
    ['layers', 'activation', 'inputs'],
    list(record<LayerStatistics>({ mean: number, std: number })),
    layerStatistics,
  ),
  lossAndGradients: task<GradientArgs, LossAndGradients>(
    'lossAndGradients',
    ['layers', 'activation', 'inputs', 'labels'],
    record<LossAndGradients>({ loss: number, gradients: layers }),
    lossAndGradients,
  ),
  trainStep: task<StepArgs, Layer[]>(
    'trainStep',
    ['layers', 'activation', 'inputs', 'labels', 'options'],
    layers,
    trainStep,
  ),
  train: task<TrainArgs, Layer[]>('train', ['data', 'settings', 'rng'], layers, train),
});

export type DeepNetworkTasks = ReturnType<typeof tasks>;
