import { type Misconception, misconceptions as of } from '../../../grader/kit.ts';
import { softmax, softmaxCrossEntropy } from '../../../reference/activations/softmax.ts';
import { deepForward, type LossAndGradients, lossAndGradients } from '../../../reference/nets/deep-network.ts';
import { outer } from '../../../reference/numerics/linear-algebra.ts';
import type { Layer, Matrix } from '../../../reference/numerics/types.ts';
import { overflowing, type Phi, withNames } from '../activations.ts';
import type { DeepNetworkTasks } from '../reference.ts';
import type { Rules } from '../rules.ts';
import { backpropagation } from './backpropagation.ts';

const logSum = (logits: readonly number[]): number => Math.log(logits.reduce((total, z) => total + Math.exp(z), 0));

function unshifted(logits: readonly number[]): number[] {
  const exponentials = logits.map(Math.exp);
  const sum = exponentials.reduce((total, value) => total + value, 0);
  return exponentials.map((value) => value / sum);
}

const wrongGradients = {
  'softmax-not-shifted': backpropagation({
    loss: (logits, label) => -Math.log(unshifted(logits)[label]!),
    outputDelta: (logits, label) => unshifted(logits).map((p, k) => (k === label ? p - 1 : p)),
  }),
  'logarithm-of-the-sum-not-shifted': backpropagation({
    loss: (logits, label) => logSum(logits) - logits[label]!,
    outputDelta: (logits, label) => logits.map((z, k) => Math.exp(z - logSum(logits)) - Number(k === label)),
  }),
  'logarithm-of-zero': backpropagation({ loss: (logits, label) => -Math.log(softmax(logits)[label]!) }),
  'label-not-subtracted': backpropagation({ outputDelta: softmax }),
  'targets-minus-predictions': backpropagation({
    outputDelta: (logits, label) => softmax(logits).map((p, k) => (k === label ? 1 - p : -p)),
  }),
  'softmax-derivative-twice': backpropagation({
    outputDelta: (logits, label) => softmax(logits).map((p, k) => (k === label ? p - 1 : p) * p * (1 - p)),
  }),
  'sum-for-mean': backpropagation({ lossDivisor: () => 1, gradientDivisor: () => 1 }),
  'loss-not-averaged': backpropagation({ lossDivisor: () => 1 }),
  'gradients-not-averaged': backpropagation({ gradientDivisor: () => 1 }),
  'averaged-at-every-layer': backpropagation({ gradientDivisor: (examples, layers, l) => examples ** (layers - l) }),
  'last-example-only': (layers: Layer[], phi: Phi, inputs: Matrix, labels: number[]) => ({
    loss: lossAndGradients(layers, phi, inputs, labels).loss,
    gradients: lossAndGradients(layers, phi, inputs.slice(-1), labels.slice(-1)).gradients,
  }),
  'first-four-examples-only': (layers: Layer[], phi: Phi, inputs: Matrix, labels: number[]) =>
    lossAndGradients(layers, phi, inputs.slice(0, 4), labels.slice(0, 4)),
  'logarithm-to-base-two': backpropagation({
    loss: (logits, label) => softmaxCrossEntropy(logits, label) / Math.LN2,
  }),
  'activation-on-the-logits': backpropagation({
    forward: (layers, phi, input) => {
      const pass = deepForward(layers, phi, input);
      return {
        ...pass,
        activations: pass.activations.with(
          -1,
          pass.activations.at(-1)!.map((z) => phi.value(z)),
        ),
      };
    },
  }),
  'derivative-left-out': backpropagation({ gate: (pass, l) => pass.preactivations[l]!.map(() => 1) }),
  'derivative-of-the-next-layer': backpropagation({
    gate: (pass, l, { derivative }) => pass.preactivations[l + 1]!.map((z) => derivative(z)),
  }),
  'derivative-at-the-activation': backpropagation({
    gate: (pass, l, { derivative }) => pass.activations[l + 1]!.map((a) => derivative(a)),
  }),
  'gate-on-the-gradient': backpropagation({
    gate: (pass, l, { isRelu, derivative }, upstream) =>
      (isRelu ? upstream : pass.preactivations[l]!).map((z) => derivative(z)),
  }),
  'weights-not-transposed': backpropagation({
    upstream: ([...rows], delta) =>
      (rows[0] ?? []).map((_, i) => (rows[i] ?? []).reduce((sum, w, j) => sum + w * (delta[j] ?? 0), 0)),
  }),
  'input-of-the-next-layer': backpropagation({
    weightGradient: (delta, pass, l) => outer(delta, pass.activations[l + 1]!),
  }),
  'outer-product-transposed': backpropagation({
    weightGradient: (delta, pass, l) => outer(pass.activations[l]!, delta),
  }),
  'bias-gradients-zero': backpropagation({ biasGradient: (delta) => delta.map(() => 0) }),
  'bias-gradients-times-the-input': backpropagation({
    biasGradient: (delta, input) => delta.map((d) => d * input[0]!),
  }),
  'first-layer-left-out': (layers: Layer[], phi: Phi, inputs: Matrix, labels: number[]) => {
    const { loss, gradients: whole } = lossAndGradients(layers, phi, inputs, labels);
    const [first] = whole;
    const nothing = { weights: first!.weights.map((row) => row.map(() => 0)), biases: first!.biases.map(() => 0) };
    return { loss, gradients: whole.with(0, nothing) };
  },
  'layers-in-reverse': (layers: Layer[], phi: Phi, inputs: Matrix, labels: number[]) => {
    const { loss, gradients: inOrder } = lossAndGradients(layers, phi, inputs, labels);
    return { loss, gradients: inOrder.toReversed() };
  },
} satisfies {
  readonly [id: string]: (layers: Layer[], phi: Phi, inputs: Matrix, labels: number[]) => LossAndGradients;
};

const byExponentials = (layers: Layer[], phi: Phi, inputs: Matrix, labels: number[]): LossAndGradients =>
  lossAndGradients(layers, overflowing(phi), inputs, labels);

export function gradientMisconceptions(
  { lossAndGradients: task }: DeepNetworkTasks,
  { phis }: Rules,
): readonly Misconception[] {
  const hasTanh = phis.symmetric.name === 'tanh';
  return [
    ...of(task, withNames(phis, wrongGradients)),
    ...(hasTanh ? of(task, withNames(phis, { 'gradients-of-tanh-by-exponentials': byExponentials })) : []),
  ];
}
