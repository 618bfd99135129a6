import type { Answerer } from '../../check/answerer.ts';
import type { Task } from '../../kit.ts';
import { changedArguments, type Row } from '../names/evidence.ts';
import { besideArgument, otherArguments } from './arguments.ts';
import { entryThatCounts } from './entries.ts';
import { factorOf } from './factor.ts';
import { mostlyWhere } from './mostly-where.ts';
import { notANumber } from './not-a-number.ts';
import { type Described, described, pairsOf } from './numbers.ts';
import { wrongPart } from './parts.ts';
import { digitsOf, precisionOf } from './precision.ts';
import { constantOf, functionOf, offsetOf, orderOf } from './transformed.ts';
import { whereFar, whereWrong } from './where.ts';

/** What is seen of all answers: a rule that makes them out of the right ones. Undefined where none was found. */
export function ruleOf(rows: readonly Row[], task: Task): Described | undefined {
  const pairs = pairsOf(rows);
  const ofNumbers =
    pairs && (precisionOf(pairs, task) ?? factorOf(pairs, task) ?? functionOf(pairs) ?? offsetOf(pairs));
  const ofArguments = pairs && (besideArgument(pairs, task) ?? otherArguments(pairs, task));
  return constantOf(rows) ?? ofNumbers ?? orderOf(rows) ?? ofArguments;
}

/** What is seen of where answers are wrong, the most telling first; `clear` are those of which all digits are known. */
export async function placesOf(
  rows: readonly Row[],
  clear: readonly Row[],
  task: Task,
  answer: Answerer,
): Promise<readonly Described[]> {
  const missing = notANumber(rows, task);
  // Whatever else is said of the numbers would be said of a part of the answers, and sound as if it were of all.
  if (missing !== undefined) return [missing];
  const where = whereWrong(rows, task) ?? whereFar(rows, task);
  const part = wrongPart(where === undefined ? rows : rows.filter(({ isWrong }) => isWrong));
  // Wrong in some region: there, too, it may be wrong by a rule.
  const rule =
    where &&
    ruleOf(
      rows.filter(({ isWrong }) => isWrong),
      task,
    );
  const found = [where, part, rule && { ...rule, isOfWrong: true as const }].filter((one) => one !== undefined);
  if (found.length > 0) return found.slice(0, 2);
  const pairs = pairsOf(clear);
  const digits = pairs && digitsOf(pairs);
  const entry = digits ?? (await entryThatCounts(task, rows, answer)) ?? mostlyWhere(rows, task);
  return entry ? [entry] : [];
}

/** The arguments that calls have changed. */
export function changedOf(rows: readonly Row[], { parameters }: Pick<Task, 'parameters'>): Described | undefined {
  const changed = new Set(rows.flatMap(changedArguments));
  const names = parameters.filter((_, k) => changed.has(k));
  return names.length === 0 ? undefined : described('arguments-changed', { parameters: names.join(', ') });
}
