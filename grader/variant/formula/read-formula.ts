import {
  type ActivationName,
  activationNames,
  activationOf,
  type Formula,
} from '../../../reference/activations/activation-choice.ts';
import { type Expression, valueAt } from '../../../reference/text/expression.ts';
import { NablaError } from '../../errors.ts';
import { examine } from './examine.ts';
import { derivativeOf, texOf, textOf } from './print.ts';
import { expressionOf, parseFormula, withoutExtremes } from './syntax.ts';

export interface FormulaOptions {
  /** Activations that go by their name, however they were written. */
  readonly names: readonly string[];
  /** Whether a kink is refused. */
  readonly isSmooth: boolean;
}

/**
 * An activation function as an instructor writes it, `z / (1 + 2 * abs(z))`: read, derived, and looked at as a function.
 * One that has a name is given by that. Throws `bad-formula` with the reason.
 */
export function readFormula(source: string, { names, isSmooth }: FormulaOptions): Formula | ActivationName {
  try {
    const node = parseFormula(source);
    const plain = withoutExtremes(node);
    const expression = expressionOf(plain);
    const { limit, range } = examine(expression, isSmooth);
    const derivative = derivativeOf(plain);
    return (
      nameOf(expression, names) ?? {
        source: node.toString(),
        expression,
        tex: texOf(node),
        derivativeTex: texOf(derivative),
        text: textOf(node),
        derivativeText: textOf(derivative),
        limit,
        range,
      }
    );
  } catch (error) {
    if (error instanceof NablaError) throw new NablaError('bad-formula', 'formula-unfit', { source, reason: error });
    throw error;
  }
}

const places = Array.from({ length: 81 }, (_, i) => (i - 40) / 4);

function nameOf(expression: Expression, names: readonly string[]): ActivationName | undefined {
  // An assignment may have names of its own.
  return activationNames
    .filter((name) => names.includes(name))
    .find((name) => {
      const { value } = activationOf(name);
      return places.every((z) => {
        const own = valueAt(expression, z);
        return Math.abs(own - value(z)) <= 1e-12 * (1 + Math.abs(own));
      });
    });
}
