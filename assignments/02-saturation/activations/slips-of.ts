import type { Family, Member } from '../../../reference/activations/squashing.ts';
import { arctanSlips } from './arctan-slips.ts';
import { logisticSlips } from './logistic-slips.ts';
import type { ComparedActivation } from './pair.ts';
import { rootSlips } from './root-slips.ts';
import type { Functions, Slips } from './slips.ts';
import { softsignSlips } from './softsign-slips.ts';
import { tanhSlips } from './tanh-slips.ts';

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
