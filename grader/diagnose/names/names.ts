import { type Data, isList, isRecord, type Misconception, type Task, type Tolerance } from '../../kit.ts';
import { localAnswer } from '../local-answer.ts';
import { type Answered, type Probe, valuesIn } from '../probe.ts';
import { type Agrees, isSame, nearlySameFormula, sameFormula } from './agreement.ts';
import type { Row } from './evidence.ts';

/** Fewer wrong answers than these say nothing of why they are wrong. */
const leastWrong = 5;

/**
 * Known mistakes, the likeliest first, and how far they agree: with all that was asked, right answers included; with all of
 * it but for a small number; with all that was answered with numbers; or with these where they are wrong.
 */
export interface Named {
  readonly ids: readonly string[];
  readonly agrees: 'everywhere' | 'nearly' | 'with-numbers' | 'where-wrong';
  /** Whether it is the values alone that agree: arguments are changed besides, or are not. */
  readonly isOfValues: boolean;
}

type Answer = Misconception['answer'];

/** What one function of ours answers to a probe. */
export type AnswerOf = (answer: Answer, probe: Probe) => Data | undefined;

/** What a student's function answered: to the probes, and to single calls besides. */
export interface Seen {
  readonly answered: readonly Answered[];
  readonly rows: readonly Row[];
}

/** The names of what was seen; none is "not recognized", and so is an answer that is right. */
export function namesOf(
  { answered, rows }: Seen,
  task: Task,
  misconceptions: readonly Misconception[],
  { answerOf, agrees }: { readonly answerOf: AnswerOf; readonly agrees: Agrees },
): Named | undefined {
  const isRandom = answered.some(({ probe }) => probe.law?.fingerprint);
  const fits = (answer: Answer, seen: readonly Answered[], tolerance: Tolerance, values: boolean): boolean =>
    seen.every(({ probe, received }) =>
      isSame(probe, answerOf(answer, probe), received, { agrees, tolerance, ofValues: values }),
    );
  const among = (seen: readonly Answered[], asked: readonly Row[], tolerance: Tolerance, values: boolean) =>
    fits(task.answer, seen, tolerance, values)
      ? []
      : misconceptions.filter(
          ({ answer }) => fits(answer, seen, tolerance, values) && explains(answer, asked, task, agrees, tolerance),
        );

  for (const isOfValues of [false, true]) {
    const whole = among(answered, rows, sameFormula, isOfValues);
    if (whole.length > 0) return { ids: whole.map(({ id }) => id), agrees: 'everywhere', isOfValues };
  }
  // Who takes a row for a column reads past the end of it, and then one mistake has as many answers as ways to write it:
  // NaN, 0, an error. It is named, in weaker words, by what it answers where it has numbers.
  const withNumbers = answered.filter(({ received }) => received !== undefined && !hasNaN(received));
  const rowsWithNumbers = rows.filter(({ received }) => received !== undefined && !hasNaN(received));
  const ranked = (fitting: readonly Misconception[], agrees: Named['agrees']): Named => {
    const agreements = ({ answer }: Misconception): number =>
      answered.filter((one) => fits(answer, [one], sameFormula, true)).length;
    const order = fitting.map((one) => ({ id: one.id, count: agreements(one) })).toSorted((a, b) => b.count - a.count);
    return { ids: order.map(({ id }) => id), agrees, isOfValues: true };
  };
  const nearly = among(answered, rows, nearlySameFormula, true);
  if (nearly.length > 0) return ranked(nearly, 'nearly');
  const numbers = among(withNumbers, rowsWithNumbers, sameFormula, true);
  if (numbers.length > 0 && (isRandom || withNumbers.length >= leastWrong)) return ranked(numbers, 'with-numbers');
  if (isRandom) return undefined;
  const wrong = withNumbers.filter((one) => !fits(task.answer, [one], sameFormula, true));
  const wrongRows = rowsWithNumbers.filter(({ isWrong }) => isWrong);
  // One number everywhere, as 0, is answered by many mistakes for many reasons.
  if (wrong.length < leastWrong || !areTelling(wrong, rowsWithNumbers)) return undefined;
  const there = among(wrong, wrongRows, sameFormula, true);
  return there.length > 0 ? ranked(there, 'where-wrong') : undefined;
}

/** Whether a function of ours answers these calls so. */
export const explains = (
  answer: Answer,
  rows: readonly Row[],
  task: Task,
  agrees: Agrees,
  tolerance: Tolerance = sameFormula,
): boolean =>
  rows.every(({ args, received }) => {
    const outcome = localAnswer(answer, args);
    const isValue = outcome.kind === 'value' && !('mismatch' in task.returns.parse(outcome.value));
    const ours = isValue ? outcome.value : undefined;
    return ours === undefined || received === undefined ? ours === received : agrees(args, ours, received, tolerance);
  });

/** Whether the wrong answers are several, and none of them like those that are right. */
function areTelling(wrong: readonly Answered[], rows: readonly Row[]): boolean {
  const different = new Set(wrong.map(({ probe, received }) => JSON.stringify(valuesIn(probe, received))));
  return different.size >= 3 && rows.some(({ isWrong }) => isWrong);
}

function hasNaN(value: Data): boolean {
  if (isList(value)) return value.some(hasNaN);
  return isRecord(value) ? Object.values(value).some(hasNaN) : Number.isNaN(value);
}
