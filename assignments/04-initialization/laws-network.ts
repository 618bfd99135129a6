import fc from 'fast-check';
import { Interval, type Law, law, pure, RngSeed } from '../../grader/contract.ts';
import { varianceOf } from './distributions.ts';
import { seed, statesWithZero } from './generators.ts';
import { networkStatistics } from './laws-network-weights.ts';
import { schemes } from './nets.ts';
import type { HiddenActivation, InitializationTasks, NetworkArgs } from './reference.ts';
import { firstOf } from './weights.ts';

const activation = fc.constantFrom<HiddenActivation>('tanh', 'relu');

/** Nets of one to four layers, of one to five units each. */
const smallNet = fc
  .tuple(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 5 }), activation, seed)
  .map(([sizes, hidden, state]): NetworkArgs => [sizes, hidden, new RngSeed(state)]);

/** Enough weights for the third and the tenth number of the generator. */
const netOfZeros = fc
  .tuple(fc.integer({ min: 4, max: 6 }), activation, fc.constantFrom(...statesWithZero))
  .map(([width, hidden, state]): NetworkArgs => [[width, width, width], hidden, new RngSeed(state)]);

export function networkLaws(tasks: InitializationTasks): Law[] {
  const { initializeNetwork: task } = tasks;
  return [
    law('network-shape', task, {
      inputs: smallNet,
      calls: (args) => [args],
      check([sizes], { values: [layers = []] }) {
        const kind = 'length';
        if (layers.length !== sizes.length - 1) return { kind, expected: sizes.length - 1, received: layers.length };
        return firstOf(layers, ({ weights, biases }, l) => {
          const [fanIn = 0, fanOut = 0] = sizes.slice(l);
          const lengths = [
            { path: `[${l}].weights`, expected: fanOut, received: weights.length },
            ...weights.map((row, j) => ({ path: `[${l}].weights[${j}]`, expected: fanIn, received: row.length })),
            { path: `[${l}].biases`, expected: fanOut, received: biases.length },
          ];
          const wrong = lengths.find(({ expected, received }) => received !== expected);
          return wrong && { kind, ...wrong };
        });
      },
    }),
    law('biases-are-zero', task, {
      inputs: smallNet,
      calls: (args) => [args],
      check: (_, { values: [layers = []] }) =>
        firstOf(layers, ({ biases }, l) =>
          firstOf(biases, (b, j) => (b === 0 ? undefined : { path: `[${l}].biases[${j}]`, expected: 0, received: b })),
        ),
    }),
    law('weights-finite', task, {
      inputs: netOfZeros,
      runs: 20,
      calls: (args) => [args],
      check: ([[width = 0], hidden], { values: [layers = []] }) => {
        const expected = new Interval(0, 7 * Math.sqrt(varianceOf(schemes[hidden], width, width)));
        return firstOf(layers, ({ weights }, l) =>
          firstOf(weights, (row, j) =>
            firstOf(row, (w, i) =>
              Number.isFinite(w) ? undefined : { path: `[${l}].weights[${j}][${i}]`, expected, received: w },
            ),
          ),
        );
      },
    }),
    ...networkStatistics(tasks),
    law('state-matters', task, {
      inputs: fc.record({ hidden: activation, first: seed }),
      runs: 20,
      calls: ({ hidden, first }): NetworkArgs[] =>
        [first, (first + 1) % 2 ** 32].map((state) => [[3, 4, 2], hidden, new RngSeed(state)]),
      check(_, { values: [one = [], other = []] }) {
        const first = one.flatMap(({ weights }) => weights.flat());
        const weights = other.flatMap((layer) => layer.weights.flat());
        const same = weights.filter((w, i) => w === first[i]).length;
        return same < weights.length ? undefined : { call: 1, expected: 0, received: same };
      },
    }),
    pure(task, smallNet),
  ];
}
