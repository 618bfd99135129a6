import type { Formula } from '../../reference/activations/activation-choice.ts';
import { NablaError } from '../errors.ts';
import { readFormula } from './formula/read-formula.ts';
import type { Formulas, Parameter } from './parameters.ts';

type Values = Readonly<Record<string, unknown>>;

/** Values of parameters as they are kept, and what has been made of those that are formulas. */
export interface Resolved {
  readonly parameters: Values;
  readonly formulas: Readonly<Record<string, Formula>>;
}

/** Reads all formulas among the values. Each is kept as it is written most plainly, or by its name. */
export function resolveFormulas(parameters: readonly Parameter[], values: Values): Resolved {
  const formulas: Record<string, Formula> = {};
  const kept = parameters.map(({ key, range }): [string, unknown] => {
    const value = values[key];
    if (!('names' in range)) return [key, value];
    if (range.names.includes(String(value))) return [key, value];
    const choice = readNamed(key, String(value), range);
    if (typeof choice === 'string') return [key, choice];
    formulas[key] = choice;
    return [key, choice.source];
  });
  return { parameters: Object.fromEntries(kept), formulas };
}

/** Reads a formula; what is wrong with one is said together with the parameter. */
function readNamed(key: string, source: string, range: Formulas): Formula | string {
  try {
    return readFormula(source, range);
  } catch (error) {
    if (error instanceof NablaError) throw new NablaError('usage', 'formula-of', { key, reason: error });
    throw error;
  }
}
