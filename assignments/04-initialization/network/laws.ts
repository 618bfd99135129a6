import * as fc from 'fast-check';
import { type Answers, Interval, type Law, law, pure, RngSeed, sample, type Violation } from '../../../grader/kit.ts';
import type { Layer, Matrix } from '../../../reference/numerics/types.ts';
import { seed, statesWithZero } from '../initializers/generators.ts';
import { normalFamilyOf } from '../initializers/promises.ts';
import { firstOf } from '../initializers/weights.ts';
import type { Setup } from '../parameters.ts';
import type { InitializationTasks, NetworkArgs } from '../reference.ts';
import { networkStatistics } from './laws-sample.ts';
import { type NetKind, netKinds, stdOf } from './nets.ts';
import { unlessBiasesZero, unlessLayersFit, unlessWithinLimits } from './shape.ts';

export function networkLaws(tasks: InitializationTasks, setup: Setup): Law[] {
  const { initializeNetwork: task } = tasks;
  const kinds = netKinds(setup);
  const activation = fc.constantFrom(...kinds.map((kind) => kind.activation));
  const kindOf = (hidden: string): NetKind => kinds.find((kind) => kind.activation === hidden)!;
  /** Nets of one to four layers, of one to five units each. */
  const smallNet = fc
    .tuple(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 5 }), activation, seed)
    .map(([sizes, hidden, state]): NetworkArgs => [sizes, hidden, new RngSeed(state)]);
  /** Of each kind and at each state that meets a zero; enough weights for the third and the tenth number of the generator. */
  const netsOfZeros = (width: number): NetworkArgs[] =>
    kinds.flatMap((kind) =>
      statesWithZero.map((state): NetworkArgs => [[width, width, width], kind.activation, new RngSeed(state)]),
    );
  const { limit } = normalFamilyOf(setup);
  const isCutOff = Number.isFinite(limit);

  const small = {
    inputs: smallNet,
    runs: 40,
    calls: (args: NetworkArgs) => [args],
    view: (_: NetworkArgs, { values: [layers = []] }: Answers<Layer[]>) => layers,
  };
  const ofSmallNets = sample('small-nets', task, small, {
    'network-shape': {
      check: ([sizes], layers) => unlessLayersFit(sizes, layers),
    },
    'biases-are-zero': {
      check: (_, layers) => unlessBiasesZero(layers),
    },
    ...(isCutOff && {
      'weights-within-limit': {
        check: ([sizes, hidden]: NetworkArgs, layers: readonly Layer[]) =>
          unlessWithinLimits(sizes, layers, kindOf(hidden), limit),
      },
    }),
  });
  /** Of a normal that was not. */
  const finite = law('weights-finite', task, {
    inputs: fc.integer({ min: 4, max: 6 }),
    runs: 3,
    calls: netsOfZeros,
    check: (width, { values }) =>
      firstOf(values, (layers, call) => {
        const [sizes, hidden] = netsOfZeros(width)[call]!;
        const expected = new Interval(0, 7 * stdOf(kindOf(hidden), sizes, 0));
        return firstOf(layers, ({ weights }, l) =>
          firstWeight(weights, l, (w) => (Number.isFinite(w) ? undefined : { call, expected, received: w })),
        );
      }),
  });
  return [...ofSmallNets, ...(isCutOff ? [] : [finite]), ...networkStatistics(tasks, setup), pure(task, smallNet, 12)];
}

/** The first weight of a layer that is not as it has to be, with its place. */
const firstWeight = (weights: Matrix, l: number, check: (w: number) => Violation | undefined): Violation | undefined =>
  firstOf(weights, (row, j) =>
    firstOf(row, (w, i) => {
      const violation = check(w);
      return violation && { path: `[${l}].weights[${j}][${i}]`, ...violation };
    }),
  );
