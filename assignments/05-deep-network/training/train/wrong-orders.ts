import { permutation } from '../../../../reference/nets/training.ts';
import { createRng } from '../../../../reference/numerics/rng.ts';
import type { Rules } from '../../rules.ts';
import { wrongTraining } from './misconceptions.ts';
import { type Batches, countUp, inSlices, shuffled, type Train, trainingBy, type Where, wrongWhere } from './ways.ts';

/** By an own generator in place of `rng`. */
const ownOrder: Batches = (n, batchSize, _, epoch) => shuffled(n, batchSize, createRng(epoch), epoch);

/** The order of the epoch before, with the last example first. */
const turnedOn = (): Batches => {
  let order: number[] | undefined;
  return (n, batchSize, rng) => {
    order = order === undefined ? permutation(n, rng) : [order.at(-1)!, ...order.slice(0, -1)];
    return inSlices(order, batchSize);
  };
};

const inSteps: (of: number) => Where =
  (of) =>
  (_, { batchSize }) =>
    batchSize === of;
/** Larger than those that the order is read from step by step. */
const inLargeBatches: Where = (_, { batchSize }) => batchSize > 8;
/** No batch is smaller than the others. */
const isEven: Where = ({ inputs }, { batchSize }) => inputs.length % batchSize === 0;
const isDeepInSmallSteps: Where = (_, { hiddenSizes, batchSize }) => hiddenSizes.length > 0 && batchSize < 5;

/** Examples in an order that is not drawn from `rng` anew in every epoch, if only in batches of some size. */
export function wrongOrders(rules: Rules): Readonly<Record<string, Train>> {
  const trainBy = trainingBy(rules);
  const where = wrongWhere(trainBy({}));
  const wrong = wrongTraining(rules);
  return {
    'orders-from-a-generator-of-its-own': trainBy({ batches: () => ownOrder }),
    'not-shuffled-in-large-batches': where(inLargeBatches, wrong['not-shuffled']),
    'own-orders-in-large-batches': where(inLargeBatches, trainBy({ batches: () => ownOrder })),
    'one-order-in-large-batches': where(inLargeBatches, wrong['same-order-in-every-epoch']),
    'not-shuffled-in-steps-of-one': where(inSteps(1), wrong['not-shuffled']),
    'not-shuffled-without-a-smaller-batch': where(isEven, wrong['not-shuffled']),
    'not-shuffled-in-deep-nets': where(isDeepInSmallSteps, wrong['not-shuffled']),
    'backwards-in-deep-nets': where(
      isDeepInSmallSteps,
      trainBy({ batches: () => (n, batchSize) => inSlices(countUp(n).toReversed(), batchSize) }),
    ),
    'own-orders-in-steps-of-one': where(inSteps(1), trainBy({ batches: () => ownOrder })),
    'one-order-in-steps-of-one': where(inSteps(1), wrong['same-order-in-every-epoch']),
    'turned-on-in-steps-of-one': where(inSteps(1), trainBy({ batches: turnedOn })),
    'with-replacement-in-steps-of-one': where(inSteps(1), wrong['batches-with-replacement']),
  };
}
