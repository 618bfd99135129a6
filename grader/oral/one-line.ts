import { fill } from '../catalogue/catalogue.ts';
import { type Data, firstDifference, type OralWords, type Probes } from '../kit.ts';
import { fence, inlineCode } from '../report/hostile-text.ts';
import { literalPair } from '../report/values/literal.ts';
import { callOf, callsOf, valueText, whyNot } from './answer-text.ts';
import type { SheetWords } from './catalogue.ts';
import type { Effect } from './change/effect.ts';
import { fourDigits } from './change/effect.ts';
import type { Change } from './change/survey.ts';
import { blocks, type Question, type Words } from './questions.ts';

/** One line of the student's own file, changed. */
export function oneLineQuestion(change: Change | undefined, { sheet, oral, titles }: Words): Question {
  if (change === undefined) return { title: sheet.oneLine, text: sheet.oneLineNone, key: sheet.oneLineNone };
  const { file, line, before, after, probes, effects, mistake, slip } = change;
  const known = mistake === undefined ? undefined : titles[mistake];
  const rows = probes.asked.map((one, at) => `| ${inlineCode(callOf(one))} | ${effectText(effects[at]!, sheet)} |`);
  return {
    title: sheet.oneLine,
    text: blocks(
      fill(sheet.oneLineTask, { file: inlineCode(file), line }),
      fence(`${before}\n${after}`, 'ts'),
      sheet.oneLineCalls,
      callsOf(probes.asked),
      noteOf(probes, oral),
    ),
    key: blocks(
      [`| ${sheet.call} | ${sheet.effect} |`, '| --- | --- |', ...rows].join('\n'),
      sheet.slip[slip],
      known === undefined ? '' : `${fill(sheet.mistake, { title: known.title })} ${known.explanation}`,
    ),
  };
}

const noteOf = ({ note }: Probes, { notes }: OralWords): string => (note === undefined ? '' : (notes[note] ?? ''));

/** What a call gives now, beside what it gave. */
function effectText({ before, after, isSame }: Effect, sheet: SheetWords): string {
  if (isSame && before.kind === 'value') return fill(sheet.same, { value: valueText(before, sheet, 'same') });
  if (isSame && before.kind !== 'value') return fill(sheet.still, { why: whyNot(before, sheet) });
  if (before.kind !== 'value') {
    const now = after.kind === 'value' ? valueText(after, sheet) : whyNot(after, sheet);
    return fill(sheet.failedBefore, { why: whyNot(before, sheet), after: now });
  }
  if (after.kind !== 'value') {
    return fill(sheet.failsNow, { before: valueText(before, sheet, 'same'), why: whyNot(after, sheet) });
  }
  const { path, kind, was, is } = differenceOf(before.data, after.data);
  if (kind === 'length') return fill(sheet.lengthAt, { path: inlineCode(path || '[]') });
  const [first, second] = literalPair(was, is).map(inlineCode);
  const texts = { before: first!, after: second! };
  return path === '' ? fill(sheet.other, texts) : fill(sheet.at, { ...texts, path: inlineCode(path) });
}

/** The first place where two answers differ: looked for both ways, for to an infinite number every other is close. */
function differenceOf(before: Data, after: Data) {
  const found = firstDifference(before, after, fourDigits);
  if (found) return { ...found, was: found.expected, is: found.received };
  const back = firstDifference(after, before, fourDigits);
  return back
    ? { ...back, was: back.received, is: back.expected }
    : { path: '', kind: 'value', was: before, is: after };
}
