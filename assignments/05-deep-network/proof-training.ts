import { mutants, type Proof, type Rng, rightAnswers } from '../../grader/contract.ts';
import {
  heNormal,
  heUniform,
  type Initializer,
  standardUniform,
  xavierNormal,
  xavierUniform,
} from '../../reference/initializers.ts';
import { type TrainingData, type TrainingSettings, train } from '../../reference/training.ts';
import type { Layer } from '../../reference/types.ts';
import { trainByLoops } from './proof-loops.ts';
import type { DeepNetworkTasks } from './reference.ts';
import { inSlices, type Train, trainBy } from './wrong-training.ts';

/** Not shuffled at all: the contract grades the accuracy, and these digits lie in random order. */
export const inOrder = (n: number, batchSize: number) =>
  inSlices(
    Array.from({ length: n }, (_, i) => i),
    (order) => order,
    batchSize,
  );

/** Batches drawn with replacement, as many as fit into an epoch. */
const withReplacement = (n: number, batchSize: number, rng: Rng) =>
  inSlices(
    Array.from({ length: n }, () => Math.floor(n * rng.uniform())),
    (order) => order,
    batchSize,
  );

/** As `draw`, but for a last layer next to nothing: Glorot and Bengio's remark that softmax(Wh + b) wants Wh → 0. */
const withQuietOutput =
  (draw: Initializer, classes: number): Initializer =>
  (fanIn, fanOut, rng) =>
    draw(fanIn, fanOut, rng).map((row) => row.map((w) => (fanOut === classes ? 0.1 * w : w)));

const byActivation =
  (forRelu: Initializer, forTanh: Initializer) =>
  (activation: TrainingSettings['activation']): Initializer =>
    activation === 'relu' ? forRelu : forTanh;

const quietOutput: Train = (data, settings, rng) =>
  trainBy({
    draw: byActivation(withQuietOutput(heNormal, settings.classes), withQuietOutput(xavierNormal, settings.classes)),
  })(data, settings, rng);

/** Ways to train of which the law may stop none. */
export const rightTraining = {
  'uniform-in-order': trainBy({ draw: byActivation(heUniform, xavierUniform), batches: inOrder }),
  'normal-in-order': trainBy({ draw: byActivation(heNormal, xavierNormal), batches: inOrder }),
  'uniform-with-replacement': trainBy({ draw: byActivation(heUniform, xavierUniform), batches: withReplacement }),
  'he-for-both': trainBy({ draw: byActivation(heNormal, heNormal) }),
  'quiet-output': quietOutput,
  'loops-over-typed-arrays': trainByLoops,
} satisfies { readonly [style: string]: Train };

/** Turns the order of the examples round in the arrays that it was given. */
function trainOnReversedData(data: TrainingData, settings: TrainingSettings, rng: Rng): Layer[] {
  data.inputs.reverse();
  data.labels.reverse();
  return train(data, settings, rng);
}

/** Right for as many layers as the nets that learn the digits have, and the standard initialization beyond. */
const heForTwentyLayers = (): Initializer => {
  let drawn = 0;
  return (...args) => (drawn++ < 20 ? heNormal : standardUniform)(...args);
};

export const trainingProof = (t: DeepNetworkTasks): Proof => ({
  rightAnswers: rightAnswers(t.train, rightTraining),
  mutants: mutants(t.train, {
    'standard-for-tanh': trainBy({ draw: byActivation(heNormal, standardUniform) }),
    'he-for-twenty-layers': trainBy({
      draw: (activation) => (activation === 'relu' ? heForTwentyLayers() : xavierNormal),
    }),
    'reverses-the-data': trainOnReversedData,
  }),
});
