import type { Answerer } from '../../check/answerer.ts';
import type { Task } from '../../kit.ts';
import { changedArguments, leavesOf, type Row } from '../evidence.ts';
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
  if (missing !== undefined) {
    // What has numbers tells something besides, where the others are few and have nothing in common.
    const others = missing.id === 'nan-some' ? rows.filter(({ received }) => hasNumbersAlone(received)) : [];
    return [
      missing,
      ...(others.some(({ isWrong }) => isWrong) ? await placesOf(others, others, task, answer) : []),
    ].slice(0, 2);
  }
  const where = whereWrong(rows, task) ?? whereFar(rows, task);
  const part = wrongPart(where === undefined ? rows : rows.filter(({ isWrong }) => isWrong));
  // Wrong in some region: there, too, it may be wrong by a rule.
  const rule =
    where &&
    ruleOf(
      rows.filter(({ isWrong }) => isWrong),
      task,
    );
  const found = [where, part, rule].filter((one) => one !== undefined);
  if (found.length > 0) return found.slice(0, 2);
  const pairs = pairsOf(clear);
  const digits = pairs && digitsOf(pairs);
  const entry = digits ?? (await entryThatCounts(task, rows, answer)) ?? mostlyWhere(rows, task);
  return entry ? [entry] : [];
}

const hasNumbersAlone = (answer: Row['received']): boolean =>
  answer !== undefined && leavesOf(answer).every(({ x }) => Number.isFinite(x));

/** The arguments that calls have changed. */
export function changedOf(rows: readonly Row[], { parameters }: Pick<Task, 'parameters'>): Described | undefined {
  const changed = new Set(rows.flatMap(changedArguments));
  const names = parameters.filter((_, k) => changed.has(k));
  return names.length === 0 ? undefined : described('arguments-changed', { parameters: names.join(', ') });
}
