import { type ActivationName, activationOf, type Formula } from '../../../reference/activations/activation-choice.ts';
import { type Member, type Squashing, squashing } from '../../../reference/activations/squashing.ts';
import { saturating } from '../../../reference/activations/squashing-formula.ts';
import { slopeText, valueText } from '../../../reference/text/squashing-text.ts';
import type { Written } from '../../../reference/text/written.ts';

export type Name = Extract<ActivationName, 'sigmoid' | 'tanh' | 'softsign' | 'arctan'> | 'lecun-tanh';
export type Choice = Name | Formula;

/** One of the two activations, with all that is asked and said about it. */
export interface ComparedActivation {
  readonly choice: Choice;
  /** In code: the name of its function, and the literal that stands for it. */
  readonly code: string;
  /** In the names of files, laws and misconceptions. */
  readonly id: string;
  readonly symbol: Written;
  /** φ(z) and φ′(z) as formulas. */
  readonly value: Written;
  readonly slope: Written;
  readonly shape: Squashing;
  /** The family that it belongs to; undefined where the inverse has to be searched for. */
  readonly member: Member | undefined;
  /** How far out it is asked about. */
  readonly limit: number;
}

export interface ActivationPair {
  readonly first: ComparedActivation;
  readonly second: ComparedActivation;
}

export const both = ({ first, second }: ActivationPair): readonly [ComparedActivation, ComparedActivation] => [
  first,
  second,
];

/** The one that a literal stands for. */
export const activationNamed = (pair: ActivationPair, code: string): ComparedActivation =>
  code === pair.first.code ? pair.first : pair.second;
export const other = (pair: ActivationPair, code: string): ComparedActivation =>
  code === pair.first.code ? pair.second : pair.first;

const members: { readonly [N in Name]: Member } = {
  sigmoid: { family: 'logistic', A: 1, B: 1 },
  tanh: { family: 'tanh', A: 1, B: 1 },
  softsign: { family: 'softsign', A: 1, B: 1 },
  arctan: { family: 'arctan', A: 1, B: 1 },
  // LeCun, Bottou, Orr & Müller (1998), section 4.4.
  'lecun-tanh': { family: 'tanh', A: 1.7159, B: 2 / 3 },
};

/** A member with no numbers of its own: tanh, and not 1.7159·tanh(2z/3). */
export const isPlain = ({ member }: ComparedActivation): boolean => member?.A === 1 && member.B === 1;

/** Whether a formula meets the bounds of the values exactly, where a unit is saturated for good. */
export const hasExactBounds = (one: ComparedActivation): boolean =>
  // Under a root, 1 − B(a/A)² may come out below 0 there; and what is searched for is nowhere.
  one.member !== undefined && (one.member.family !== 'root' || isPlain(one));

const phi: Written = { tex: '\\varphi', text: 'φ' };
const psi: Written = { tex: '\\psi', text: 'ψ' };

/** What has no sign of its own is called φ, and ψ where the other one is φ. */
const hasSign = (choice: Choice): boolean => typeof choice === 'string' && choice !== 'lecun-tanh';

/** The two with a sign for each. They have to be different, and to saturate on both sides alike: variant.ts sees to that. */
export const pairFrom = (first: Choice, second: Choice): ActivationPair => ({
  first: comparedOf(first, phi),
  second: comparedOf(second, hasSign(first) ? phi : psi),
});

function comparedOf(choice: Choice, free: Written): ComparedActivation {
  if (choice === 'lecun-tanh') {
    const member = members[choice];
    return {
      choice,
      code: 'scaledTanh',
      id: 'scaled-tanh',
      symbol: free,
      value: valueText(member),
      slope: slopeText(member, free),
      shape: squashing(member),
      member,
      limit: Number.MAX_VALUE,
    };
  }
  const activation = activationOf(choice);
  const value = { tex: activation.tex, text: activation.text };
  if (typeof choice === 'string') {
    const member = members[choice];
    const symbol = { tex: activation.symbolTex, text: activation.symbol };
    const slope = slopeText(member, symbol);
    return {
      choice,
      code: choice,
      id: choice,
      symbol,
      value,
      slope,
      shape: squashing(member),
      member,
      limit: activation.limit,
    };
  }
  const { shape, member } = saturating(activation);
  const code = free === phi ? 'phi' : 'psi';
  const slope = member ? slopeText(member, free) : { tex: activation.derivativeTex, text: activation.derivativeText };
  return { choice, code, id: code, symbol: free, value, slope, shape, member, limit: activation.limit };
}
