import * as fc from 'fast-check';
import { isClose, type Law, law, pure, type Tolerance } from '../../grader/kit.ts';
import type { Chain } from '../../reference/chain.ts';
import { measured } from '../../reference/finite-differences.ts';
import { chainGradientError, factorErrors, lossError } from '../../reference/rounding.ts';
import { chainOf, neurons, nonzero } from './generators.ts';
import { isCrossEntropy, type Model } from './model.ts';
import type { BackpropagationTasks } from './reference.ts';
import { firstDifferenceInList, measures, nineDigits } from './tolerances.ts';

type FactorArgs = [chain: Chain, input: number];
type GradientArgs = [chain: Chain, input: number, target: number];

/** What is smaller has left the range of numbers with all their digits on the way. */
const tiny = 1e-290;

/** Nine digits, and what rounding may do to the example at hand. */
const within = (error: number): Tolerance => ({ ...nineDigits, absolute: tiny + error });

/** A chain as a net. */
const layersOf = ({ weights, biases }: Chain) => weights.map((w, i) => ({ weights: [[w]], biases: [biases[i]!] }));

function factorLaws({ chainFactors: task }: BackpropagationTasks, model: Model): Law[] {
  const make = chainOf(model);
  const examples = fc.tuple(neurons(6), nonzero(2)).map(([drawn, x]): FactorArgs => [make(drawn, x), x]);
  return [
    law('chain-factors', task, {
      inputs: examples,
      runs: 50,
      probes: true,
      calls: (args) => [args],
      check([chain, x], { values: [received = []] }) {
        const tolerances = factorErrors(model.activation, chain, x).map(within);
        const difference = firstDifferenceInList(task.answer(chain, x), received, tolerances);
        return difference && { ...difference };
      },
    }),
    pure(task, examples, 12),
  ];
}

function gradientLaws({ chainGradient: task }: BackpropagationTasks, model: Model): Law[] {
  const { activation, loss, chain: rule, parameters } = model;
  const make = chainOf(model);
  // Inputs and targets that let neither ∂L/∂a_N nor ∂z_0/∂w_0 vanish.
  const target = isCrossEntropy(parameters) ? fc.constantFrom(0, 1) : nonzero(2);
  const examples = (maxNeurons: number, minNeurons?: number) =>
    fc
      .tuple(neurons(maxNeurons, minNeurons), nonzero(2), target)
      .map(([drawn, x, t]): GradientArgs => [make(drawn, x), x, t]);
  return [
    measures('chain-finite-differences', task, {
      inputs: examples(4),
      measure(chain, x, t) {
        const lossAt = (w: number): number => {
          const { activations } = rule.forward({ ...chain, weights: chain.weights.with(0, w) }, x);
          return loss.value([t], [activations.at(-1)!]);
        };
        const noise = lossError(activation, loss, { layers: layersOf(chain), input: [x], targets: [t] });
        const { slope, error } = measured(lossAt, chain.weights[0]!, noise);
        return { slopes: slope, error };
      },
    }),
    law('chain-product', task, {
      inputs: examples(60, 10),
      runs: 40,
      calls: (args) => [args],
      check(args, { values: [received = Number.NaN] }) {
        const expected = task.answer(...args);
        const tolerance = within(chainGradientError(activation, loss, ...args));
        return isClose(expected, received, tolerance) ? undefined : { expected, received };
      },
    }),
    pure(task, examples(6), 12),
  ];
}

/** Of chains of neurons. */
export const chainLaws = (tasks: BackpropagationTasks, model: Model): readonly Law[] => [
  ...factorLaws(tasks, model),
  ...gradientLaws(tasks, model),
];
