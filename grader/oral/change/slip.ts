/** Slips by their kind: what known mistakes do to a line. The names are keys of the oral check's catalogue. */
export type SlipKind =
  | 'indices-exchanged'
  | 'root-left-out'
  | 'square-left-out'
  | 'factor-left-out'
  | 'divisor-left-out'
  | 'term-left-out'
  | 'sign-turned'
  | 'sign-left-out'
  | 'condition-left-out'
  | 'bound-shifted'
  | 'extreme-exchanged'
  | 'sum-overwritten'
  | 'number-changed'
  | 'argument-exchanged';

/** A part of the text, and what a slip writes in its place. */
export interface Slip {
  readonly kind: SlipKind;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Where a node stands, and what names the function around it has for its arguments. */
export interface Around {
  readonly text: string;
  readonly parameters: readonly string[];
}
