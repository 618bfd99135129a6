import { fill } from '../catalogue/catalogue.ts';
import type { WhichIsWhich } from '../kit.ts';
import { fence } from '../report/hostile-text.ts';
import { whyNot } from './answer-text.ts';
import type { Answered } from './answered.ts';
import { bars, hills, numbersOf, rangeOf } from './bars.ts';
import { blocks, type Question, type Words } from './questions.ts';

/** Plots by the student's functions, to be told apart. */
export function whichQuestion(
  { id, values, lines, kind }: WhichIsWhich,
  answers: readonly Answered[],
  { sheet, oral }: Words,
): Question {
  const words = oral.whichIsWhich[id]!;
  const drawn = lines.map((one, at) => {
    const answer = answers[at]!;
    const heights = answer.kind === 'value' ? one.heights(answer.value) : [];
    const letter = String.fromCharCode('A'.charCodeAt(0) + at);
    return { letter, answer, heights, name: fill(words.kinds[one.kind]!, one.values) };
  });
  const isSeen = ({ heights }: (typeof drawn)[number]): boolean => heights.some(Number.isFinite);
  const seen = drawn.filter(isSeen);
  const missing = drawn
    .filter((one) => !isSeen(one))
    .map(({ letter, answer }) => ({ letter, why: answer.kind === 'value' ? sheet.noNumbers : whyNot(answer, sheet) }));
  if (seen.length === 0) {
    const text = fill(sheet.noneDrawn, { why: missing[0]?.why ?? '' });
    return { title: sheet.whichIsWhich, text, key: text };
  }
  const range = rangeOf(seen.map(({ heights }) => heights));
  const rows = seen.map(({ letter, heights }) =>
    kind === 'histograms'
      ? `${letter}  ${hills(heights)}`
      : `${letter}  ${bars(heights, range)}   ${numbersOf(heights)}`,
  );
  const names = drawn.map(({ name }) => name).sort((a, b) => a.localeCompare(b, 'en'));
  return {
    title: sheet.whichIsWhich,
    text: blocks(
      fill(words.question, values),
      fence(rows.join('\n'), 'text'),
      names.map((name) => `- ${name}`).join('\n'),
      ...missing.map((one) => fill(sheet.notDrawn, one)),
    ),
    key: blocks(
      seen.map(({ letter, name }) => `- ${fill(sheet.isLetter, { letter, kind: name })}`).join('\n'),
      fill(words.key, values),
      ...missing.map((one) => fill(sheet.notDrawn, one)),
    ),
  };
}
