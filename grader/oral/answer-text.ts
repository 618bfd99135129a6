import { fill } from '../catalogue/catalogue.ts';
import type { Asked } from '../kit.ts';
import { fence, inlineCode } from '../report/hostile-text.ts';
import { literal } from '../report/values/literal.ts';
import { shortNumber } from '../report/values/numbers.ts';
import type { Answered } from './answered.ts';
import type { SheetWords } from './catalogue.ts';

/** A call as a sheet shows it. */
export const callOf = ({ expression, shown = expression }: Asked): string => shown;

/** Calls in lines of code. */
export const callsOf = (asked: readonly Asked[]): string => fence(asked.map(callOf).join('\n'), 'ts');

/** More of an answer nobody compares by eye; of one that has stayed the same less is enough. */
const longest = { key: 200, same: 60 };

/** The value in a few digits, or why there is none. */
export function valueText(answered: Answered, words: SheetWords, use: keyof typeof longest = 'key'): string {
  if (answered.kind !== 'value') return fill(words.cannot, { why: whyNot(answered, words) });
  const text = literal(answered.data, (value) => shortNumber(value));
  return inlineCode(text.length > longest[use] ? `${text.slice(0, longest[use])}…` : text);
}

export function whyNot(answered: Exclude<Answered, { kind: 'value' }>, { why }: SheetWords): string {
  const error = answered.kind === 'threw' ? inlineCode(`${answered.error.name}: ${answered.error.message}`) : '';
  return fill(why[answered.kind], { error });
}
