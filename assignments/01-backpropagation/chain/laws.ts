import * as fc from 'fast-check';
import type { Law } from '../../../grader/kit.ts';
import type { Chain } from '../../../reference/nets/chain.ts';
import { measured } from '../../../reference/numerics/finite-differences.ts';
import { lossError } from '../../../reference/numerics/rounding.ts';
import { chainWith, neurons, nonzero } from '../generators.ts';
import { isCrossEntropy, type Model } from '../model.ts';
import type { BackpropagationTasks } from '../reference.ts';
import { measures } from '../tolerances.ts';
import { layersOf } from './domain.ts';

type GradientArgs = [chain: Chain, input: number, target: number];

/** What the reference is held against in short chains; its domain asks for the product everywhere. */
export function chainLaws({ chainGradient: task }: BackpropagationTasks, model: Model): readonly Law[] {
  const { activation, loss, chain: rule, parameters } = model;
  const make = chainWith(model);
  // Inputs and targets that let neither ∂L/∂a_N nor ∂z_0/∂w_0 vanish.
  const target = isCrossEntropy(parameters) ? fc.constantFrom(0, 1) : nonzero(2);
  return [
    measures('chain-finite-differences', task, {
      inputs: fc.tuple(neurons(4), nonzero(2), target).map(([drawn, x, t]): GradientArgs => [make(drawn, x), x, t]),
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
  ];
}
