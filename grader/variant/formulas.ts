import type { Formula } from '../../reference/activation-choice.ts';
import { NablaError } from '../errors.ts';
import { readFormula } from './formula/read-formula.ts';
import type { Formulas, Parameter } from './parameters.ts';

type Values = Readonly<Record<string, unknown>>;

/** Values of parameters as they are kept, and what has been made of those that are formulas. */
export interface Resolved {
  readonly parameters: Values;
  readonly formulas: Readonly<Record<string, Formula>>;
}

/** What a text stands for that says which activation is meant: one that has a name, or a formula. */
export function readChoice(text: string, { names, isSmooth }: Formulas): string | Formula {
  if (names.includes(text)) return text;
  // One word that is no name was meant for one.
  if (/^[a-z][\w-]+$/i.test(text)) {
    throw new NablaError('bad-formula', `"${text}" is none of ${names.join(', ')}, and no formula in z`);
  }
  return readFormula(text, { names, isSmooth });
}

/** Reads all formulas among the values. Each is kept as it is written most plainly, or by its name. */
export function resolveFormulas(parameters: readonly Parameter[], values: Values): Resolved {
  const formulas: Record<string, Formula> = {};
  const kept = parameters.map(({ key, range }): [string, unknown] => {
    const value = values[key];
    if (!('names' in range)) return [key, value];
    const choice = readChoice(String(value), range);
    if (typeof choice === 'string') return [key, choice];
    formulas[key] = choice;
    return [key, choice.source];
  });
  return { parameters: Object.fromEntries(kept), formulas };
}
