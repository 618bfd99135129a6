import { mutants, type Proof, type Rng, rightAnswers } from '../../../../grader/kit.ts';
import { heNormal, type Initializer, standardUniform, xavierNormal } from '../../../../reference/initializers.ts';
import type { TrainingData, TrainingSettings } from '../../../../reference/training.ts';
import type { Layer } from '../../../../reference/types.ts';
import { reluDepth } from '../../digits/runs.ts';
import { type Parameters, parametersOf } from '../../parameters.ts';
import type { DeepNetworkTasks } from '../../reference.ts';
import { type Rules, rulesOf } from '../../rules.ts';
import { trainingByLoops } from './loops.ts';
import { wrongTraining } from './misconceptions.ts';
import { inSlices, type Train, trainingBy } from './ways.ts';

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

/** Ways to train of which the law may stop none. */
export function rightTraining(rules: Rules) {
  const trainBy = trainingBy(rules);
  return {
    'uniform-in-order': trainBy({ draw: ({ uniform }) => uniform, batches: inOrder }),
    'normal-in-order': trainBy({ batches: inOrder }),
    'uniform-with-replacement': trainBy({ draw: ({ uniform }) => uniform, batches: withReplacement }),
    'he-for-both': trainBy({ draw: () => heNormal }),
    'quiet-output': (data, settings, rng) =>
      trainBy({ draw: ({ normal }) => withQuietOutput(normal, settings.classes) })(data, settings, rng),
    'loops-over-typed-arrays': trainingByLoops(rules),
  } satisfies { readonly [style: string]: Train };
}

/** Right for as many layers as the nets that learn the digits have, and the standard initialization beyond. */
const heAtFirst = (layers: number): Initializer => {
  let drawn = 0;
  return (...args) => (drawn++ < layers ? heNormal : standardUniform)(...args);
};

export function trainingProof(t: DeepNetworkTasks, given?: Partial<Parameters>): Proof {
  const parameters = parametersOf(given);
  const rules = rulesOf(parameters);
  const trainBy = trainingBy(rules);
  const right = trainBy({});
  const withOthersLabels = wrongTraining(rules)['labels-out-of-step'];
  return {
    rightAnswers: rightAnswers(t.train, rightTraining(rules)),
    mutants: mutants(t.train, {
      'standard-for-tanh': trainBy({ draw: ({ isRelu }) => (isRelu ? heNormal : standardUniform) }),
      'he-for-the-first-layers': (data, settings, rng) => {
        const first = heAtFirst(reluDepth(parameters) + 1);
        return trainBy({ draw: ({ isRelu }) => (isRelu ? first : xavierNormal) })(data, settings, rng);
      },
      'labels-out-of-step-for-relu': (data, settings, rng) =>
        (settings.activation === 'relu' ? withOthersLabels : right)(data, settings, rng),
      // The nets that learn the digits have more.
      'eight-epochs-at-least': trainBy({ epochsOf: (epochs) => Math.max(8, epochs) }),
      /** Turns the order of the examples round in the arrays that it was given. */
      'reverses-the-data': (data: TrainingData, settings: TrainingSettings<string>, rng: Rng): Layer[] => {
        data.inputs.reverse();
        data.labels.reverse();
        return right(data, settings, rng);
      },
    }),
  };
}
