import { type Activation, activationOf } from '../../reference/activations/activation-choice.ts';
import { type ChainRule, chainRuleOf } from '../../reference/nets/chain.ts';
import { type Loss, lossOf } from '../../reference/nets/losses.ts';
import { type Network, networkOf } from '../../reference/nets/network.ts';
import { namesOf, type Parameters, parametersOf } from './parameters.ts';

/** The mathematics under the parameters of a variant. */
export interface Model {
  readonly parameters: Parameters;
  readonly names: ReturnType<typeof namesOf>;
  readonly activation: Activation;
  readonly loss: Loss;
  readonly net: Network;
  readonly chain: ChainRule;
}

export function modelOf(given?: Partial<Parameters>): Model {
  const parameters = parametersOf(given);
  const activation = activationOf(parameters.activation);
  const loss = lossOf(parameters.loss, parameters.reduction);
  return {
    parameters,
    names: namesOf(parameters),
    activation,
    loss,
    net: networkOf(activation, loss, parameters.orientation),
    chain: chainRuleOf(activation, loss),
  };
}

/** As far from 0 as any z of a net that a law draws: there the lecture's 1 − σ(z) keeps ten digits. */
export const farthest = 12;

/** Both sides of 0, as far as that. */
const grid = Array.from({ length: 481 }, (_, i) => (i - 240) / 20);

/** The largest |φ′|. */
export const steepestOf = ({ derivative }: Activation): number => Math.max(...grid.map((z) => Math.abs(derivative(z))));

/** c, where φ(z) + φ(−z) = c for every z: 1 for the sigmoid, 0 for an odd function; else undefined. */
export function centerOf({ value }: Activation): number | undefined {
  const center = 2 * value(0);
  const isCentered = grid.every((z) => {
    const [right, left] = [value(z), value(-z)];
    return Math.abs(right + left - center) <= 1e-13 * (1 + Math.abs(right) + Math.abs(left));
  });
  return isCentered ? center : undefined;
}

/** Whether all outputs lie between 0 and 1, as the cross-entropy needs them. */
export const isWithinUnit = ({ range: [least, largest] }: Activation): boolean => least >= 0 && largest <= 1;

export const isCrossEntropy = ({ loss }: Parameters): boolean => loss === 'binary-cross-entropy';
