import type { Family, Member } from '../../../reference/squashing.ts';
import { arctanSlips } from './arctan.ts';
import { logisticSlips } from './logistic.ts';
import { rootSlips } from './root.ts';
import { softsignSlips } from './softsign.ts';
import { tanhSlips } from './tanh.ts';

type Functions = Readonly<Record<string, (x: number) => number>>;

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
