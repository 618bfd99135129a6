import { fill, type Messages } from '../../catalogue/catalogue.ts';
import type { Located, LocatedStep } from '../../diagnose/locate.ts';
import type { Calculation } from '../../kit.ts';
import { callText } from '../values/call-text.ts';
import { callLiteral } from '../values/literal.ts';
import { shortNumber, shortPair } from '../values/numbers.ts';

/** (-1.3) · 0.7 · (1 − 0.7): negative numbers in parentheses, all of them short. */
const written = (calculation: Calculation): string =>
  calculation
    .map((part) => {
      if (typeof part === 'string') return part;
      return part < 0 ? `(${shortNumber(part)})` : shortNumber(part);
    })
    .join('');

/** By what the wrong numbers differ; what was left out of a product is said as a division. */
function factorSentence(
  { formula, value }: NonNullable<Located['factor']>,
  { factor, divisor }: Messages['walk'],
): string {
  const [, missing] = /^1 \/ (?:\((.*)\)|(.*))$/.exec(formula ?? '')?.filter((part) => part !== undefined) ?? [];
  const written =
    missing === undefined
      ? [...(formula === undefined ? [] : [formula]), shortNumber(value)]
      : [missing, shortNumber(1 / value)];
  return fill(missing === undefined ? factor : divisor, { factor: `\`${written.join(' = ')}\`` });
}

/** Where a calculation leaves the right one, in words and as a table. */
export function locatedView(task: string, located: Located, { walk }: Messages) {
  const { stage, factor, after, args, steps } = located;
  return {
    sentences: [
      fill(walk.first, { stage: `\`${stage}\`` }),
      ...(factor ? [factorSentence(factor, walk)] : []),
      ...(after === 'last' ? [] : [walk.after[after]]),
    ].join(' '),
    call: callText(callLiteral(task, args)).text,
    steps: stepTexts(steps).map(({ differs, ...step }) => ({ ...step, mark: differs ? '❌ ' : '' })),
  };
}

/** Steps as texts: where two numbers differ, in as many digits as tell them apart. */
export const stepTexts = (steps: readonly LocatedStep[]) =>
  steps.map(({ name, calculation, right, yours, differs }) => {
    const [expected, received] = differs ? shortPair(right, yours) : [shortNumber(right), shortNumber(right)];
    return { name, calculation: written(calculation), right: expected, yours: received, differs };
  });
