import { multiplyTransposed, outer } from '../../../reference/numerics/linear-algebra.ts';
import type { ForwardPass, Layer, Matrix, Vector } from '../../../reference/numerics/types.ts';
import { turned } from '../../../reference/weights/orientation.ts';
import type { Model } from '../model.ts';

/** One layer's share of backpropagation, with what students know when they write it; weights fanOut × fanIn. */
export interface Step {
  readonly upstream: Vector;
  readonly z: Vector;
  readonly a: Vector;
  readonly input: Vector;
  readonly weights: Matrix;
  readonly isOutput: boolean;
  readonly pass: ForwardPass;
  readonly l: number;
}

/** Backpropagation with some of its parts done otherwise. */
interface Parts {
  readonly outputError?: (targets: Vector, output: Vector) => Vector;
  readonly delta?: (step: Step) => Vector;
  readonly weightGradient?: (delta: Vector, step: Step) => Matrix;
  readonly biasGradient?: (delta: Vector, step: Step) => Vector;
  readonly propagate?: (delta: Vector, step: Step) => Vector;
}

export const slopesAt = ({ activation }: Model, z: Vector): Vector => z.map(activation.derivative);
export const times = (a: Vector, b: Vector): Vector => a.map((value, j) => value * (b[j] ?? Number.NaN));

const rightParts = (model: Model): Required<Parts> => ({
  outputError: model.loss.gradient,
  delta: rightDelta(model),
  weightGradient: (delta, { input }) => outer(delta, input),
  biasGradient: (delta) => [...delta],
  propagate: (delta, { weights, input }) => multiplyTransposed(weights, delta, input.length),
});

export const rightDelta =
  (model: Model) =>
  ({ upstream, z }: Step): Vector =>
    times(upstream, slopesAt(model, z));

/** Backpropagation but for what is changed, on weights that lie as the model's do. */
export function backpropagation(model: Model, changed: Parts) {
  const parts = { ...rightParts(model), ...changed };
  const { orientation } = model.parameters;
  return (given: readonly Layer[], pass: ForwardPass, targets: Vector): Layer[] => {
    const layers = turned(orientation, given);
    const gradients: Layer[] = [];
    let upstream = parts.outputError(targets, pass.activations.at(-1)!);
    for (let l = layers.length - 1; l >= 0; l--) {
      const { weights } = layers[l]!;
      const [z, input, a] = [pass.preactivations[l]!, pass.activations[l]!, pass.activations[l + 1]!];
      const step: Step = { upstream, z, a, input, weights, isOutput: l === layers.length - 1, pass, l };
      const delta = parts.delta(step);
      gradients.unshift({ weights: parts.weightGradient(delta, step), biases: parts.biasGradient(delta, step) });
      upstream = parts.propagate(delta, step);
    }
    return [...turned(orientation, gradients)];
  };
}
