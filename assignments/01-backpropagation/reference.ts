import { list, matrix, number, record, task, vector } from '../../grader/kit.ts';
import type { Chain } from '../../reference/nets/chain.ts';
import { gradientDescentStep } from '../../reference/nets/network.ts';
import type { ForwardPass, Layer, Vector } from '../../reference/numerics/types.ts';
import { modelOf } from './model.ts';
import type { Parameters } from './parameters.ts';

const layers = list(record<Layer>({ weights: matrix, biases: vector }));
const forwardPass = record<ForwardPass>({ preactivations: matrix, activations: matrix });

/** The nine tasks, each bound to its formula. Their keys are the names of the lecture's own assignment. */
export function tasks(given?: Partial<Parameters>) {
  const { names, activation, loss, net, chain } = modelOf(given);
  return {
    sigmoid: task<[z: number], number>(names.activation, ['z'], number, activation.value),
    sigmoidDerivative: task<[z: number], number>(names.activationDerivative, ['z'], number, activation.derivative),
    binaryCrossEntropy: task<[targets: Vector, predictions: Vector], number>(
      names.loss,
      ['targets', 'predictions'],
      number,
      loss.value,
    ),
    binaryCrossEntropyGradient: task<[targets: Vector, predictions: Vector], Vector>(
      names.lossGradient,
      ['targets', 'predictions'],
      vector,
      loss.gradient,
    ),
    forward: task<[layers: Layer[], input: Vector], ForwardPass>(
      'forward',
      ['layers', 'input'],
      forwardPass,
      net.forward,
    ),
    backward: task<[layers: Layer[], pass: ForwardPass, targets: Vector], Layer[]>(
      'backward',
      ['layers', 'pass', 'targets'],
      layers,
      net.backward,
    ),
    gradientDescentStep: task<[layers: Layer[], gradients: Layer[], learningRate: number], Layer[]>(
      'gradientDescentStep',
      ['layers', 'gradients', 'learningRate'],
      layers,
      gradientDescentStep,
    ),
    chainFactors: task<[chain: Chain, input: number], Vector>(
      'chainFactors',
      ['chain', 'input'],
      vector,
      chain.factors,
    ),
    chainGradient: task<[chain: Chain, input: number, target: number], number>(
      'chainGradient',
      ['chain', 'input', 'target'],
      number,
      chain.gradient,
    ),
  };
}

export type BackpropagationTasks = ReturnType<typeof tasks>;
