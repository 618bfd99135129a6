import { fill } from '../catalogue/catalogue.ts';
import type { ByHand, OralWords } from '../kit.ts';
import { inlineCode } from '../report/hostile-text.ts';
import { callOf, callsOf, valueText } from './answer-text.ts';
import type { Answered } from './answered.ts';
import type { SheetWords } from './catalogue.ts';

/** A question of a sheet, and its key, both as Markdown. */
export interface Question {
  readonly title: string;
  readonly text: string;
  readonly key: string;
}

/** In which words a sheet speaks: its own, those of the assignment's oral check, and names of known mistakes. */
export interface Words {
  readonly sheet: SheetWords;
  readonly oral: OralWords;
  readonly titles: Readonly<Record<string, { readonly title: string; readonly explanation: string }>>;
}

export const blocks = (...texts: readonly string[]): string => texts.filter((text) => text !== '').join('\n\n');

/** A number by hand. */
export function byHandQuestion(
  { id, values, asked }: ByHand,
  answers: readonly Answered[],
  { sheet, oral }: Words,
): Question {
  const words = oral.byHand[id]!;
  const keys = asked.map((one, at) => `- ${inlineCode(callOf(one))}: ${valueText(answers[at]!, sheet)}`);
  return {
    title: sheet.byHand,
    text: blocks(sheet.byHandTask, callsOf(asked), fill(words.question, values)),
    key: blocks(keys.join('\n'), fill(words.key, values)),
  };
}
