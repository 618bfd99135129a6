import { permutation } from '../../../../reference/nets/training.ts';
import { heUniform, xavierUniform } from '../../../../reference/weights/initializers.ts';
import type { Rules } from '../../rules.ts';
import { trainingByLoops } from './loops.ts';
import { type Batches, countUp, inSlices, type Train, trainingBy } from './ways.ts';

/** Sorted by random keys, the order of the epoch before at the start. */
const byKeys = (): Batches => {
  let order: number[] = [];
  return (n, batchSize, rng) => {
    if (order.length !== n) order = countUp(n);
    const keys = order.map(() => rng.uniform());
    order.sort((a, b) => keys[a]! - keys[b]!);
    return inSlices([...order], batchSize);
  };
};

/** Examples are taken out of a hat, batch by batch; the smaller batch comes first. */
const fromAHat: Batches = (n, batchSize, rng) => {
  const hat = countUp(n);
  const order = countUp(n).map(() => hat.splice(Math.floor(rng.uniform() * hat.length), 1)[0]!);
  return inSlices(order.toReversed(), batchSize).toReversed();
};

/** Every order is drawn before the weights are. */
const ordersFirst =
  (rules: Rules): Train =>
  (data, settings, rng) => {
    const orders = Array.from({ length: settings.epochs }, () => permutation(data.inputs.length, rng));
    return trainingBy(rules)({ batches: () => (_, batchSize, __, epoch) => inSlices(orders[epoch]!, batchSize) })(
      data,
      settings,
      rng,
    );
  };

/** Ways to train of which the law may stop none. */
export function rightTraining(rules: Rules) {
  const trainBy = trainingBy(rules);
  return {
    uniform: trainBy({ draw: ({ uniform }) => uniform, batches: byKeys }),
    'from-a-hat': trainBy({ batches: () => fromAHat }),
    'orders-first': ordersFirst(rules),
    'last-layer-by-the-other': trainBy({
      draw: ({ isRelu, normal, uniform }, { l, isLast }) =>
        isLast ? (isRelu ? xavierUniform : heUniform) : l % 2 === 0 ? uniform : normal,
    }),
    'loops-over-typed-arrays': trainingByLoops(rules),
  } satisfies { readonly [style: string]: Train };
}
