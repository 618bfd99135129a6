import { mutants, type Proof, type Rng, rightAnswers } from '../../../../grader/kit.ts';
import type { TrainingData, TrainingSettings } from '../../../../reference/nets/training.ts';
import { createRng } from '../../../../reference/numerics/rng.ts';
import type { Layer } from '../../../../reference/numerics/types.ts';
import { heNormal, type Initializer, standardUniform } from '../../../../reference/weights/initializers.ts';
import type { Phi } from '../../activations.ts';
import type { DeepNetworkTasks } from '../../reference.ts';
import type { Rules } from '../../rules.ts';
import { wrongTraining } from './misconceptions.ts';
import { rightTraining } from './right-training.ts';
import { shuffled, type Train, trainingBy, wrongWhere } from './ways.ts';
import { wrongOrders } from './wrong-orders.ts';

/** N(0.5σ, 0.75σ²) in small layers, σ² the right variance. */
const asideInSmallLayers =
  (draw: Initializer): Initializer =>
  (fanIn, fanOut, rng) => {
    const weights = draw(fanIn, fanOut, rng);
    if (fanIn > 8) return weights;
    const std = Math.sqrt(2 / (draw === heNormal ? fanIn : fanIn + fanOut));
    return weights.map((row) => row.map((w) => 0.5 * std + Math.sqrt(0.75) * w));
  };

/** Of the right variance, but never near 0: w² is uniform between σ²/2 and 3σ²/2. */
const neverNearZero =
  (draw: Initializer): Initializer =>
  (fanIn, fanOut, rng) => {
    const std = Math.sqrt(2 / (draw === heNormal ? fanIn : fanIn + fanOut));
    return draw(fanIn, fanOut, rng).map((row) => row.map((w) => Math.sign(w) * std * Math.sqrt(0.5 + rng.uniform())));
  };

/** A layer of the shape of the one before gets its weights. */
const everyLayerTwice = (draw: Initializer): Initializer => {
  let before: readonly number[][] = [];
  return (fanIn, fanOut, rng) => {
    const isAlike = before.length === fanOut && before[0]!.length === fanIn;
    const weights = isAlike ? before.map((row) => [...row]) : draw(fanIn, fanOut, rng);
    before = isAlike ? [] : weights;
    return weights;
  };
};

/** More examples than the laws of single steps have, and fewer than the digits. */
const isBetween = ({ inputs }: TrainingData): boolean => inputs.length > 30 && inputs.length < 100;
const isOfDigits = ({ inputs }: TrainingData): boolean => inputs[0]!.length === 49;

export function trainingProof(tasks: DeepNetworkTasks, rules: Rules): Proof {
  const { train: task } = tasks;
  const trainBy = trainingBy(rules);
  const right = trainBy({});
  const wrong = wrongTraining(rules);
  const where = wrongWhere(right);
  /** Of one run: what is remembered of a layer is forgotten with it. */
  const drawnAnew =
    (draw: (normal: Initializer) => Initializer): Train =>
    (data, settings, rng) => {
      const made = new Map<Initializer, Initializer>();
      const own = ({ normal }: Phi): Initializer => made.get(normal) ?? made.set(normal, draw(normal)).get(normal)!;
      return trainBy({ draw: own })(data, settings, rng);
    };
  return {
    rightAnswers: rightAnswers(task, rightTraining(rules)),
    mutants: mutants(task, {
      'weights-from-a-state-of-its-own': (data, settings, rng) => {
        const own = createRng(7);
        return trainBy({
          draw:
            ({ normal }) =>
            (fanIn, fanOut) =>
              normal(fanIn, fanOut, own),
        })(data, settings, rng);
      },
      'standard-for-one-input': trainBy({
        draw:
          ({ normal }, { isLast }) =>
          (fanIn, fanOut, rng) =>
            (fanIn === 1 && !isLast ? standardUniform : normal)(fanIn, fanOut, rng),
      }),
      'aside-in-small-layers': trainBy({ draw: ({ normal }) => asideInSmallLayers(normal) }),
      'weights-never-near-zero': trainBy({ draw: ({ normal }) => neverNearZero(normal) }),
      'every-layer-twice': drawnAnew(everyLayerTwice),
      /** Turns the order of the examples round in the arrays that it was given. */
      'reverses-the-data': (data: TrainingData, settings: TrainingSettings<string>, rng: Rng): Layer[] => {
        data.inputs.reverse();
        data.labels.reverse();
        return right(data, settings, rng);
      },
      'an-epoch-more-with-l2': (data, settings, rng) =>
        trainBy({ epochsOf: (epochs) => epochs + (settings.l2 && epochs > 0 ? 1 : 0) })(data, settings, rng),
      'l2-twice': trainBy({ optionsOf: ({ l2 = 0, ...options }) => ({ ...options, l2: 2 * l2 }) }),
      'slower-from-the-sixth-epoch-on': trainBy({
        optionsOf: ({ learningRate, ...options }, epoch) => ({
          ...options,
          learningRate: epoch < 5 ? learningRate : 0.9 * learningRate,
        }),
      }),
      'labels-out-of-step-in-between': where(isBetween, wrong['labels-out-of-step']),
      'last-example-left-out': where(
        isBetween,
        trainBy({ batches: () => (n, batchSize, rng, epoch) => shuffled(n - 1, batchSize, rng, epoch) }),
      ),
      'last-batch-by-batch-size-in-between': where(isBetween, wrong['last-batch-divided-by-batch-size']),
      ...wrongOrders(rules),
      'labels-out-of-step-for-digits-with-relu': where(
        (data, { activation }) => isOfDigits(data) && activation === 'relu',
        wrong['labels-out-of-step'],
      ),
      'labels-out-of-step-for-digits': where(
        (data, { activation }) => isOfDigits(data) && activation !== 'relu',
        wrong['labels-out-of-step'],
      ),
    }),
  };
}
