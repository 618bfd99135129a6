// Types for this assignment. You need not change this file.

export type Vector = number[];

/** Rows of equal length. */
export type Matrix = number[][];

/** z = W·a + b: `weights` is fanOut × fanIn, `biases` has fanOut entries. */
export interface Layer {
  weights: Matrix;
  biases: Vector;
}

/** Of the hidden layers. The last layer is linear: its z are the logits. */
export type Activation = 'sigmoid' | 'tanh' | 'relu';

/** Of the activations of one hidden layer: mean and population standard deviation. */
export interface LayerStatistics {
  mean: number;
  std: number;
}

/** The mean loss over a batch, and its gradients, shaped as the layers. */
export interface LossAndGradients {
  loss: number;
  gradients: Layer[];
}

export interface StepOptions {
  learningRate: number;
  /** No clipping where it is absent. */
  maxNorm?: number;
  /** λ of the penalty (λ/2) Σ w²; no penalty where it is absent. */
  l2?: number;
}

/** One row of `inputs` and one entry of `labels` for each example. */
export interface TrainingData {
  inputs: Matrix;
  labels: number[];
}

export interface TrainingSettings extends StepOptions {
  /** Widths of the hidden layers, from the input to the output. */
  hiddenSizes: number[];
  /** How many outputs the net has; labels are 0 … classes − 1. */
  classes: number;
  activation: 'tanh' | 'relu';
  /** How often every example is used. */
  epochs: number;
  batchSize: number;
}

/** A generator of random numbers, and the only one there is: `Math.random` is a failure. */
export interface Rng {
  /** U[0, 1) */
  uniform(): number;
  /** N(0, 1) */
  normal(): number;
}

/** Thrown by a function that is still to be written. */
export class NotImplemented extends Error {
  override readonly name = 'NotImplemented';
}
