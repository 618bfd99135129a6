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

/** Slips under ids that begin with what they are slips of. */
export const named = (prefix: string, functions: Functions): Functions =>
  Object.fromEntries(Object.entries(functions).map(([slip, f]) => [`${prefix}-${slip}`, f]));
