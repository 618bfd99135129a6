import { type Misconception, misconceptions as of } from '../../grader/contract.ts';
import { deepForward, type LayerStatistics, lossAndGradients } from '../../reference/deep-network.ts';
import { outer } from '../../reference/linear-algebra.ts';
import { softmax, softmaxCrossEntropy } from '../../reference/softmax.ts';
import type { DeepNetworkTasks } from './reference.ts';
import { backpropagation, derivatives, functions } from './wrong-network.ts';
import { statisticsOf, std, variance } from './wrong-statistics.ts';
import { wrongSteps } from './wrong-steps.ts';
import { wrongTraining } from './wrong-training.ts';

const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;

const statistics = (t: DeepNetworkTasks): readonly Misconception[] =>
  of(t.layerStatistics, {
    'std-of-a-sample': statisticsOf((rows) => {
      const values = rows.flat();
      return { mean: mean(values), std: Math.sqrt((variance(values) * values.length) / (values.length - 1)) };
    }),
    'variance-for-std': statisticsOf((rows) => ({ mean: mean(rows.flat()), std: variance(rows.flat()) })),
    'root-mean-square-for-std': statisticsOf((rows) => {
      const values = rows.flat();
      return { mean: mean(values), std: Math.sqrt(mean(values.map((x) => x * x))) };
    }),
    'std-over-units-only': statisticsOf((rows) => ({ mean: mean(rows.flat()), std: mean(rows.map(std)) })),
    'std-over-examples-only': statisticsOf((rows) => {
      const units = rows[0]!.map((_, j) => rows.map((row) => row[j]!));
      return { mean: mean(rows.flat()), std: mean(units.map(std)) };
    }),
    'first-example-only': statisticsOf((rows) => ({ mean: mean(rows[0]!), std: std(rows[0]!) })),
    'statistics-of-preactivations': (layers, activation, inputs) => {
      const passes = inputs.map((input) => deepForward(layers, activation, input));
      return layers.slice(1).map((_, l): LayerStatistics => {
        const values = passes.flatMap((pass) => pass.preactivations[l]!);
        return { mean: mean(values), std: std(values) };
      });
    },
    'output-layer-included': (layers, activation, inputs) => {
      const passes = inputs.map((input) => deepForward(layers, activation, input));
      return layers.map((_, l) => {
        const values = passes.flatMap((pass) => pass.activations[l + 1]!);
        return { mean: mean(values), std: std(values) };
      });
    },
    'output-layer-taken-for-hidden': (layers, activation, inputs) => {
      const passes = inputs.map((input) => deepForward(layers, activation, input));
      return layers.map((_, l) => {
        const values = passes.flatMap((pass) => pass.preactivations[l]!.map(functions[activation]));
        return { mean: mean(values), std: std(values) };
      });
    },
    'input-for-a-layer': (layers, activation, inputs) => {
      const passes = inputs.map((input) => deepForward(layers, activation, input));
      return layers.slice(1).map((_, l) => {
        const values = passes.flatMap((pass) => pass.activations[l]!);
        return { mean: mean(values), std: std(values) };
      });
    },
  });

const gradients = (t: DeepNetworkTasks): readonly Misconception[] =>
  of(t.lossAndGradients, {
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
    'last-example-only': (layers, activation, inputs, labels) => ({
      loss: lossAndGradients(layers, activation, inputs, labels).loss,
      gradients: lossAndGradients(layers, activation, inputs.slice(-1), labels.slice(-1)).gradients,
    }),
    'logarithm-to-base-two': backpropagation({
      loss: (logits, label) => softmaxCrossEntropy(logits, label) / Math.LN2,
    }),
    'activation-on-the-logits': backpropagation({
      forward: (layers, activation, input) => {
        const pass = deepForward(layers, activation, input);
        return { ...pass, activations: pass.activations.with(-1, pass.activations.at(-1)!.map(functions[activation])) };
      },
    }),
    'derivative-left-out': backpropagation({ gate: (pass, l) => pass.preactivations[l]!.map(() => 1) }),
    'derivative-of-the-next-layer': backpropagation({
      gate: (pass, l, activation) => pass.preactivations[l + 1]!.map(derivatives[activation]),
    }),
    'derivative-at-the-activation': backpropagation({
      gate: (pass, l, activation) => pass.activations[l + 1]!.map(derivatives[activation]),
    }),
    'gate-on-the-gradient': backpropagation({
      gate: (pass, l, activation, upstream) =>
        (activation === 'relu' ? upstream : pass.preactivations[l]!).map(derivatives[activation]),
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
    'first-layer-left-out': (layers, activation, inputs, labels) => {
      const { loss, gradients: whole } = lossAndGradients(layers, activation, inputs, labels);
      const [first] = whole;
      const nothing = { weights: first!.weights.map((row) => row.map(() => 0)), biases: first!.biases.map(() => 0) };
      return { loss, gradients: whole.with(0, nothing) };
    },
    'layers-in-reverse': (layers, activation, inputs, labels) => {
      const { loss, gradients: inOrder } = lossAndGradients(layers, activation, inputs, labels);
      return { loss, gradients: inOrder.toReversed() };
    },
  });

const logSum = (logits: readonly number[]): number => Math.log(logits.reduce((total, z) => total + Math.exp(z), 0));

function unshifted(logits: readonly number[]): number[] {
  const exponentials = logits.map(Math.exp);
  const sum = exponentials.reduce((total, value) => total + value, 0);
  return exponentials.map((value) => value / sum);
}

/** Wrong answers to all four tasks. */
export const misconceptions = (t: DeepNetworkTasks): readonly Misconception[] => [
  ...statistics(t),
  ...gradients(t),
  ...of(t.trainStep, wrongSteps),
  ...of(t.train, wrongTraining),
];
