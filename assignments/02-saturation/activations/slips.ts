import type { Family, Member } from '../../../reference/squashing.ts';
import { arctanSlips } from './arctan-slips.ts';
import { logisticSlips } from './logistic-slips.ts';
import type { ComparedActivation } from './pair.ts';
import { rootSlips } from './root-slips.ts';
import { softsignSlips } from './softsign-slips.ts';
import { tanhSlips } from './tanh-slips.ts';

export type Functions = Readonly<Record<string, (x: number) => number>>;

/** What goes wrong with one family of activations and with no other, by the name of the slip. */
export interface Slips {
  /** Of z. */
  readonly value: Functions;
  readonly slope: Functions;
  /** Of a. */
  readonly output: Functions;
  /** The activation that is taken for the one whose slope is this share of the steepest: a root or a power is forgotten. */
  readonly withoutRoot: (share: number) => number;
}

const families: { readonly [F in Family]: (A: number, B: number) => Slips } = {
  tanh: tanhSlips,
  logistic: logisticSlips,
  softsign: softsignSlips,
  arctan: arctanSlips,
  root: rootSlips,
};

export const slipsOf = ({ family, A, B }: Member): Slips => families[family](A, B);

/** What is known to go wrong with an activation of a family; nothing for one of none. */
export const ownSlips = ({ member }: ComparedActivation, kind: 'value' | 'slope' | 'output'): Functions =>
  member ? slipsOf(member)[kind] : {};

/** Slips under ids that begin with what they are slips of. */
export const named = (prefix: string, functions: Functions): Functions =>
  Object.fromEntries(Object.entries(functions).map(([slip, f]) => [`${prefix}-${slip}`, f]));
