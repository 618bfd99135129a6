import { type ForwardPass, type Layer, NotImplemented, type Vector } from './types';

/**
 * The forward pass of a net with a sigmoid in every layer: z = W·a + b, a = σ(z).
 *
 * @param layers one or more layers; `weights` is fanOut × fanIn
 * @param input the activations that go into the first layer
 * @returns `preactivations`, one per layer, and `activations`, one more because the first is the input
 */
export function forward(layers: Layer[], input: Vector): ForwardPass {
  throw new NotImplemented('forward');
}

/**
 * Backpropagation: the gradients of binaryCrossEntropy(targets, output) for one example.
 *
 * @param layers the net
 * @param pass its forward pass, as `forward` returns it; it is right, and it must not be changed
 * @param targets one for each output
 * @returns ∂L/∂W and ∂L/∂b of each layer, shaped as `layers`
 */
export function backward(layers: Layer[], pass: ForwardPass, targets: Vector): Layer[] {
  throw new NotImplemented('backward');
}

/** One step of gradient descent, θ − η·g, for every weight and bias; in new arrays. */
export function gradientDescentStep(layers: Layer[], gradients: Layer[], learningRate: number): Layer[] {
  throw new NotImplemented('gradientDescentStep');
}
