import { fill, type Messages } from '../catalogue/catalogue.ts';
import type { Calculation } from '../contract.ts';
import type { Located } from '../diagnose/locate.ts';
import { literal } from './literal.ts';
import { shortNumber, shortPair } from './numbers.ts';

/** (-1.3) · 0.7 · (1 − 0.7): negative numbers in parentheses, all of them short. */
const written = (calculation: Calculation): string =>
  calculation
    .map((part) => {
      if (typeof part === 'string') return part;
      return part < 0 ? `(${shortNumber(part)})` : shortNumber(part);
    })
    .join('');

/** Where a calculation leaves the right one, in words and as a table. */
export function locatedView(task: string, located: Located, { walk }: Messages) {
  const { stage, factor, after, args, steps } = located;
  const times = factor && {
    formula:
      factor.formula === undefined ? shortNumber(factor.value) : `${factor.formula} = ${shortNumber(factor.value)}`,
  };
  return {
    sentences: [
      fill(walk.first, { stage: `\`${stage}\`` }),
      ...(times ? [fill(walk.factor, { factor: `\`${times.formula}\`` })] : []),
      ...(after === 'last' ? [] : [walk.after[after]]),
    ].join(' '),
    call: `${task}(${args.map((arg) => literal(arg)).join(', ')})`,
    steps: steps.map(({ name, calculation, right, yours, differs }) => {
      const [expected, received] = differs ? shortPair(right, yours) : [shortNumber(right), shortNumber(right)];
      return { name, calculation: written(calculation), right: expected, yours: received, mark: differs ? '❌ ' : '' };
    }),
  };
}
