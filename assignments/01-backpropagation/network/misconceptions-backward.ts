import { type Misconception, misconceptions as of } from '../../../grader/kit.ts';
import { lossOf } from '../../../reference/nets/losses.ts';
import { multiplyTransposed, outer } from '../../../reference/numerics/linear-algebra.ts';
import type { ForwardPass, Layer, Vector } from '../../../reference/numerics/types.ts';
import { isCrossEntropy, isWithinUnit, type Model } from '../model.ts';
import type { BackpropagationTasks } from '../reference.ts';
import { backpropagation, rightDelta, slopesAt, times } from './backpropagation-slips.ts';

type Backward = (layers: Layer[], pass: ForwardPass, targets: Vector) => Layer[];

/** How far a student moves the weights before they are used to carry the delta back. */
const someRate = 0.1;

/** The gradient of the loss, times a number that may depend on how many outputs there are. */
const withLossTimes = (model: Model, factor: (outputs: number) => number): Backward =>
  backpropagation(model, {
    outputError: (targets, output) => model.loss.gradient(targets, output).map((g) => g * factor(targets.length)),
  });

/** Of the loss that the gradient begins with. */
function lossSlips(model: Model): Readonly<Record<string, Backward>> {
  const { parameters, names, activation } = model;
  const { loss, reduction } = parameters;
  const isHalf = loss === 'half-squared-error';
  // The cross-entropy's gradient times the sigmoid's slope is y − t: half the squared error's without that slope.
  const isCrossEntropyTold = isWithinUnit(activation) && !(isHalf && names.activation === 'sigmoid');
  const ofAnother = (name: Parameters<typeof lossOf>[0]): Backward =>
    backpropagation(model, { outputError: lossOf(name, reduction).gradient });
  return {
    'backward-with-other-sign': withLossTimes(model, () => -1),
    ...(reduction === 'mean'
      ? { 'backward-without-mean': withLossTimes(model, (n) => n) }
      : { 'backward-with-mean': withLossTimes(model, (n) => 1 / n) }),
    ...(isCrossEntropy(parameters)
      ? {
          'backward-of-the-squared-error': ofAnother('squared-error'),
          ...(reduction === 'mean' && {
            'backward-of-the-summed-squares': backpropagation(model, {
              outputError: lossOf('half-squared-error', 'sum').gradient,
            }),
          }),
        }
      : {
          [isHalf ? 'backward-with-two' : 'backward-without-two']: withLossTimes(model, () => (isHalf ? 2 : 0.5)),
          ...(isCrossEntropyTold && { 'backward-of-the-cross-entropy': ofAnother('binary-cross-entropy') }),
        }),
  };
}

/** Of the slopes. */
const slopeSlips = (model: Model): Readonly<Record<string, Backward>> => ({
  'backward-dot-for-entry-by-entry': backpropagation(model, {
    delta: ({ upstream, z }) => {
      const dot = times(upstream, slopesAt(model, z)).reduce((sum, value) => sum + value, 0);
      return z.map(() => dot);
    },
  }),
  'backward-without-output-slope': backpropagation(model, {
    delta: (step) => (step.isOutput ? step.upstream : rightDelta(model)(step)),
  }),
  'backward-without-hidden-slopes': backpropagation(model, {
    delta: (step) => (step.isOutput ? rightDelta(model)(step) : step.upstream),
  }),
  'backward-slope-of-another-layer': backpropagation(model, {
    delta: ({ upstream, z, pass, l }) => {
      const below = pass.preactivations[l - 1] ?? z;
      return upstream.map((g, j) => g * model.activation.derivative(below[j % below.length]!));
    },
  }),
  'backward-slope-of-the-activation': backpropagation(model, {
    delta: ({ upstream, a }) => times(upstream, slopesAt(model, a)),
  }),
  ...(model.names.activation !== 'sigmoid' && {
    'backward-by-the-rule-of-sigmoid': backpropagation(model, {
      delta: ({ upstream, a }) => upstream.map((g, j) => g * a[j]! * (1 - a[j]!)),
    }),
  }),
});

/** Of the way down, and of what is answered. */
const wayDownSlips = (model: Model): Readonly<Record<string, Backward>> => ({
  'backward-mean-at-every-layer': backpropagation(model, {
    delta: (step) => rightDelta(model)(step).map((d) => (step.isOutput ? d : d / step.z.length)),
  }),
  [model.parameters.orientation === 'out-by-in' ? 'backward-weights-not-transposed' : 'backward-weights-transposed']:
    backpropagation(model, {
      propagate: (delta, { weights, input }) =>
        input.map((_, i) => (weights[i] ?? []).reduce((sum, w, j) => sum + w * (delta[j] ?? 0), 0)),
    }),
  'backward-last-product-only': backpropagation(model, {
    propagate: (delta, { weights, input }) => input.map((_, i) => (weights.at(-1)?.[i] ?? 0) * (delta.at(-1) ?? 0)),
  }),
  'backward-entry-by-entry': backpropagation(model, {
    propagate: (delta, { weights, input }) => input.map((_, i) => (weights[i]?.[i] ?? 0) * (delta[i] ?? 0)),
  }),
  'backward-bias-zero': backpropagation(model, { biasGradient: (delta) => delta.map(() => 0) }),
  'backward-bias-times-input': backpropagation(model, {
    biasGradient: (delta, { input }) => delta.map((d) => d * input.reduce((sum, x) => sum + x, 0)),
  }),
  'backward-activation-of-the-same-layer': backpropagation(model, {
    weightGradient: (delta, { a }) => outer(delta, a),
  }),
  'backward-order-reversed': (layers, pass, targets) => model.net.backward(layers, pass, targets).reverse(),
  'backward-first-layer-empty': (layers, pass, targets) => {
    const [first, ...rest] = model.net.backward(layers, pass, targets);
    const empty = { weights: first!.weights.map((row) => row.map(() => 0)), biases: first!.biases.map(() => 0) };
    return [empty, ...rest];
  },
  'backward-changes-the-pass': (layers, pass, targets) => {
    const gradients = model.net.backward(layers, pass, targets);
    pass.activations.pop();
    return gradients;
  },
  'backward-through-updated-weights': backpropagation(model, {
    propagate: (delta, { weights, input }) => {
      const moved = weights.map((row, j) => row.map((w, i) => w - someRate * delta[j]! * input[i]!));
      return multiplyTransposed(moved, delta, input.length);
    },
  }),
  'backward-outer-transposed': backpropagation(model, { weightGradient: (delta, { input }) => outer(input, delta) }),
});

/** Of backpropagation. */
export const backwardMisconceptions = (t: BackpropagationTasks, model: Model): readonly Misconception[] =>
  of(t.backward, { ...lossSlips(model), ...slopeSlips(model), ...wayDownSlips(model) });
