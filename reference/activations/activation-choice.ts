import { dualAt, type Expression, valueAt } from '../text/expression.ts';
import { type Activation, named } from './named-activations.ts';

export type { Activation } from './named-activations.ts';

/** An activation function that somebody has written down, read and derived ahead of time. */
export interface Formula {
  /** As it was written. */
  readonly source: string;
  readonly expression: Expression;
  /** LaTeX of φ(z) and φ′(z), and the same as plain text. */
  readonly tex: string;
  readonly derivativeTex: string;
  readonly text: string;
  readonly derivativeText: string;
  /** φ and φ′ are finite, and computed as they stand, for |z| up to this. */
  readonly limit: number;
  /** The least and the largest value for |z| ≤ limit; an end that is only approached counts. */
  readonly range: readonly [least: number, largest: number];
}

export type ActivationName = keyof typeof named;
export const activationNames = Object.keys(named) as readonly ActivationName[];

/** Those that have a slope everywhere: what is known of gradients and of rounding holds for these. */
export const smoothActivationNames = activationNames.filter((name) => name !== 'relu');

/** What a parameter says of an activation: one that has a name, or a formula. */
export type ActivationChoice = ActivationName | Formula;

export function activationOf(choice: ActivationChoice): Activation {
  if (typeof choice === 'string') return { name: choice, ...named[choice] };
  const { expression, source: _, ...rest } = choice;
  return {
    name: 'phi',
    symbolTex: '\\varphi',
    symbol: 'φ',
    ...rest,
    value: (z) => valueAt(expression, z),
    derivative: (z) => dualAt(expression, z).slope,
  };
}
