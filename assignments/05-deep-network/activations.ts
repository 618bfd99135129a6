import { activationOf } from '../../reference/activations/activation-choice.ts';
import { relu, reluDerivative } from '../../reference/activations/activations.ts';
import type { Nonlinearity } from '../../reference/nets/deep-network.ts';
import {
  heNormal,
  heUniform,
  type Initializer,
  xavierNormal,
  xavierUniform,
} from '../../reference/weights/initializers.ts';
import type { Parameters } from './parameters.ts';

/** An activation function of the hidden layers, by the name that students give it, and the weights that suit it. */
export interface Phi extends Nonlinearity {
  readonly name: string;
  readonly isRelu: boolean;
  /** Every derivative is continuous, as far as is known. */
  readonly isAnalytic: boolean;
  /** |z| up to which it may be asked for. */
  readonly limit: number;
  /** What weights are multiplied by, so that nothing explodes on the way through nine layers of a steep function. */
  readonly scale: number;
  readonly normal: Initializer;
  readonly uniform: Initializer;
}

/** The three that the functions of this assignment know. */
export interface Phis {
  /** The lecture's sigmoid, or what stands in its place. No net is trained with it. */
  readonly other: Phi;
  /** The lecture's tanh, or what stands in its place: odd, and of slope 1 at 0. */
  readonly symmetric: Phi;
  readonly relu: Phi;
  readonly all: readonly Phi[];
  /** Any other name counts as `other`'s, to which code for another variant falls through, as a rule. */
  readonly of: (name: string) => Phi;
}

const reluPhi: Phi = {
  name: 'relu',
  value: relu,
  derivative: reluDerivative,
  isRelu: true,
  isAnalytic: false,
  limit: Number.MAX_VALUE,
  scale: 1,
  normal: heNormal,
  uniform: heUniform,
};

/** Of a formula it is not known; softsign's second derivative jumps at 0. */
const isAnalytic = (choice: Parameters['activation']): boolean => typeof choice === 'string' && choice !== 'softsign';

/** Steeper functions than this get smaller weights. */
const gentle = 1.2;

/** A power of two, which leaves numbers with few digits. */
function scaleOf({ derivative }: Nonlinearity): number {
  const slopes = Array.from({ length: 401 }, (_, i) => Math.abs(derivative((i - 200) / 10)));
  return 2 ** -Math.max(0, Math.ceil(Math.log2(Math.max(...slopes) / gentle)));
}

function smooth(choice: Parameters['activation']): Phi {
  const activation = activationOf(choice);
  return {
    ...activation,
    isRelu: false,
    isAnalytic: isAnalytic(choice),
    scale: scaleOf(activation),
    normal: xavierNormal,
    uniform: xavierUniform,
  };
}

export function phisOf({ activation, symmetric }: Pick<Parameters, 'activation' | 'symmetric'>): Phis {
  const all = [smooth(activation), smooth(symmetric), reluPhi] as const;
  const byName = new Map<string, Phi>(all.map((phi) => [phi.name, phi]));
  const [other, odd, relu] = all;
  return { other, symmetric: odd, relu, all, of: (name) => byName.get(name) ?? other };
}

/** Where units of sigmoid and tanh are saturated, and logits differ by more than any exponential can hold. */
export const farthest = 1e4;
/** Functions that grow without bound are let alone beyond this. */
const farthestGrowing = 20;

/** As far as preactivations may go. */
export const reachOf = ({ isRelu, limit }: Phi): number =>
  isRelu || limit === Number.MAX_VALUE ? farthest : Math.min(limit, farthestGrowing);

/** tanh as it is defined, by exponentials that overflow: NaN from ±710 on. */
export function overflowing(phi: Phi): Phi {
  if (phi.name !== 'tanh') return phi;
  const tanh = (z: number): number => (Math.exp(z) - Math.exp(-z)) / (Math.exp(z) + Math.exp(-z));
  return { ...phi, value: tanh, derivative: (z) => 1 - tanh(z) ** 2 };
}

/**
 * Answers that are written for an activation as a function, as answers that are given its name: the second argument of
 * all tasks but `train`.
 */
export const withNames = <Id extends string, Rest extends unknown[], Answer, Layers>(
  { of }: Phis,
  answers: { readonly [K in Id]: (layers: Layers, phi: Phi, ...rest: Rest) => Answer },
): { readonly [K in Id]: (layers: Layers, activation: string, ...rest: Rest) => Answer } =>
  Object.fromEntries(
    Object.entries<(layers: Layers, phi: Phi, ...rest: Rest) => Answer>(answers).map(([id, answer]) => [
      id,
      (layers: Layers, activation: string, ...rest: Rest) => answer(layers, of(activation), ...rest),
    ]),
  ) as { readonly [K in Id]: (layers: Layers, activation: string, ...rest: Rest) => Answer };
