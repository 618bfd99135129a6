import { list, matrix, number, record, task, vector } from '../../grader/contract.ts';
import { sigmoid, sigmoidDerivative } from '../../reference/activations.ts';
import { type Chain, chainFactors, chainGradient } from '../../reference/chain.ts';
import { binaryCrossEntropy, binaryCrossEntropyGradient } from '../../reference/losses.ts';
import { backward, forward, gradientDescentStep } from '../../reference/network.ts';
import type { ForwardPass, Layer, Vector } from '../../reference/types.ts';

const layers = list(record<Layer>({ weights: matrix, biases: vector }));
const forwardPass = record<ForwardPass>({ preactivations: matrix, activations: matrix });

/** The nine tasks, each bound to its formula. */
export const tasks = () => ({
  sigmoid: task<[z: number], number>('sigmoid', ['z'], number, sigmoid),
  sigmoidDerivative: task<[z: number], number>('sigmoidDerivative', ['z'], number, sigmoidDerivative),
  binaryCrossEntropy: task<[targets: Vector, predictions: Vector], number>(
    'binaryCrossEntropy',
    ['targets', 'predictions'],
    number,
    binaryCrossEntropy,
  ),
  binaryCrossEntropyGradient: task<[targets: Vector, predictions: Vector], Vector>(
    'binaryCrossEntropyGradient',
    ['targets', 'predictions'],
    vector,
    binaryCrossEntropyGradient,
  ),
  forward: task<[layers: Layer[], input: Vector], ForwardPass>('forward', ['layers', 'input'], forwardPass, forward),
  backward: task<[layers: Layer[], pass: ForwardPass, targets: Vector], Layer[]>(
    'backward',
    ['layers', 'pass', 'targets'],
    layers,
    backward,
  ),
  gradientDescentStep: task<[layers: Layer[], gradients: Layer[], learningRate: number], Layer[]>(
    'gradientDescentStep',
    ['layers', 'gradients', 'learningRate'],
    layers,
    gradientDescentStep,
  ),
  chainFactors: task<[chain: Chain, input: number], Vector>('chainFactors', ['chain', 'input'], vector, chainFactors),
  chainGradient: task<[chain: Chain, input: number, target: number], number>(
    'chainGradient',
    ['chain', 'input', 'target'],
    number,
    chainGradient,
  ),
});

export type BackpropagationTasks = ReturnType<typeof tasks>;
