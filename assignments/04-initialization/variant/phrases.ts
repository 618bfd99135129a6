import type { numbersOf } from './words.ts';

export type Numbers = ReturnType<typeof numbersOf>;

type Group = Readonly<Record<string, string | number>>;

/** What a language says where the parameters decide; the groups are those of the numbers. */
export interface Phrases {
  readonly depth: Group;
  readonly normalWord: string;
  readonly drawnNumber: string;
  readonly standard: Group;
  readonly balanced: Group;
  readonly gained: Group;
  readonly choice: Group;
  readonly phi: Group;
}

/** What becomes of an error in the size of a signal, in words: the share of it that a layer leaves. */
export const growthMeans = (rate: number, fades: string, grows: string): string => {
  if (rate < 0.97) return fades;
  return rate > 1.03 ? grows : '';
};
