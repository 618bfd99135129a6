import {
  type Activation,
  type Layer,
  type Matrix,
  NotImplemented,
  type Rng,
  type StepOptions,
  type TrainingData,
  type TrainingSettings,
} from './types';

/**
 * One step of gradient descent on a batch, in this order:
 * 1. the gradient of mean loss + (l2/2) Σ w², over all weights and no biases;
 * 2. where `maxNorm` is given, all of it (weights and biases of all layers) times maxNorm/‖g‖ if its norm ‖g‖ exceeds
 *    maxNorm;
 * 3. θ − learningRate·g, in new arrays.
 */
export function trainStep(
  layers: Layer[],
  activation: Activation,
  inputs: Matrix,
  labels: number[],
  options: StepOptions,
): Layer[] {
  throw new NotImplemented('trainStep');
}

/**
 * Draws the weights of a net and trains it: every epoch takes all examples in a new order, with one step for each batch, of
 * which the last may be smaller. Graded by how it does this, and by how many digits the returned layers get right that
 * `data` does not hold.
 *
 * @param rng the source of all randomness: the weights, and the order of the examples in each epoch
 */
export function train(data: TrainingData, settings: TrainingSettings, rng: Rng): Layer[] {
  throw new NotImplemented('train');
}
