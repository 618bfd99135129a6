import {
  accuracy,
  deepForward,
  type LayerStatistics,
  type LossAndGradients,
  layerStatistics,
  lossAndGradients,
  meanLoss,
} from '../../reference/nets/deep-network.ts';
import {
  regularizedGradients,
  type StepOptions,
  type TrainingData,
  type TrainingSettings,
  trainStep,
  trainWith,
} from '../../reference/nets/training.ts';
import type { RandomStream } from '../../reference/numerics/rng.ts';
import type { ForwardPass, Layer, Matrix, Vector } from '../../reference/numerics/types.ts';
import { type Phis, phisOf } from './activations.ts';
import { type Clipping, type Parameters, strengthOf } from './parameters.ts';

type Net = readonly Layer[];

/** The reference's functions under the parameters of a variant, with names for activations and `l2` as students get it. */
export interface Rules {
  readonly phis: Phis;
  readonly clipping: Clipping;
  /** The penalty is strength·(λ/2) Σ w². */
  readonly strength: number;
  /** Options as students get them → options of the reference, whose penalty is (λ/2) Σ w². */
  readonly optionsOf: (options: StepOptions) => StepOptions;
  readonly forward: (layers: Net, activation: string, input: Vector) => ForwardPass;
  readonly statistics: (layers: Net, activation: string, inputs: Matrix) => LayerStatistics[];
  readonly meanLoss: (layers: Net, activation: string, inputs: Matrix, labels: readonly number[]) => number;
  readonly gradients: (layers: Net, activation: string, inputs: Matrix, labels: readonly number[]) => LossAndGradients;
  /** Of mean loss and penalty, not clipped. */
  readonly regularized: (
    layers: Net,
    activation: string,
    inputs: Matrix,
    labels: readonly number[],
    l2?: number,
  ) => Layer[];
  readonly step: (
    layers: Net,
    activation: string,
    inputs: Matrix,
    labels: readonly number[],
    options: StepOptions,
  ) => Layer[];
  readonly train: (data: TrainingData, settings: TrainingSettings<string>, rng: RandomStream) => Layer[];
  readonly accuracy: (layers: Net, activation: string, data: TrainingData) => number;
}

export function rulesOf(parameters: Parameters): Rules {
  const phis = phisOf(parameters);
  const strength = strengthOf(parameters);
  const optionsOf = ({ l2, ...options }: StepOptions): StepOptions =>
    l2 === undefined ? options : { ...options, l2: strength * l2 };
  return {
    phis,
    clipping: parameters.clipping,
    strength,
    optionsOf,
    forward: (layers, name, input) => deepForward(layers, phis.of(name), input),
    statistics: (layers, name, inputs) => layerStatistics(layers, phis.of(name), inputs),
    meanLoss: (layers, name, inputs, labels) => meanLoss(layers, phis.of(name), inputs, labels),
    gradients: (layers, name, inputs, labels) => lossAndGradients(layers, phis.of(name), inputs, labels),
    regularized: (layers, name, inputs, labels, l2 = 0) =>
      regularizedGradients(layers, phis.of(name), inputs, labels, strength * l2),
    step: (layers, name, inputs, labels, options) =>
      trainStep(layers, phis.of(name), inputs, labels, optionsOf(options)),
    train(data, settings, rng) {
      const phi = phis.of(settings.activation);
      const { l2, ...rest } = settings;
      const ruled = l2 === undefined ? rest : { ...rest, l2: strength * l2 };
      return trainWith({ activation: phi, initializer: phi.normal }, data, ruled, rng);
    },
    accuracy: (layers, name, { inputs, labels }) => accuracy(layers, phis.of(name), inputs, labels),
  };
}
