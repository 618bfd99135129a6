import { drawInputs } from '../../check/check-law.ts';
import { Room } from '../../check/room.ts';
import { remembered } from '../../kit/remembered.ts';
import { type Data, isIdentical, isRngSeed, type Law, pureLaw, type Task, type TaskDomain } from '../../kit.ts';
import type { Outcome } from '../../sandbox/protocol/outcome.ts';
import { localAnswer } from '../local-answer.ts';
import { isSameShape, leavesOf } from './leaves.ts';

/** The probes are the same for every run: a diagnosis does not depend on the seed of the check. */
export const probeSeed = 20100513;

/** A call, and what became of it. */
export interface AskedCall {
  readonly args: readonly Data[];
  readonly outcome: Outcome;
}

/** A call of a task whose answers are not random, what became of it, and what is right. */
export interface Row extends AskedCall {
  readonly right: Data;
  /** The answer, where there is one of the right kind. */
  readonly received: Data | undefined;
  readonly isWrong: boolean;
  /** What rounding may change in a number of it. */
  readonly room?: number;
}

const callsPerLaw = 120;
const callsOfDomain = 400;
/** Of answers that are computed from many numbers, fewer are asked, and fewer of those that the check has asked are read. */
const numbersAsked = 60_000;
/** As many numbers of answers are read, each of which takes a hundred bytes and more then; of right answers half as many. */
const numbersRead = 2 ** 19;

/** Whether the answer to a call is drawn. */
export const isRandomCall = (args: readonly Data[]): boolean => args.some(isRngSeed);

/** Calls by which answers are known that are not random: of every law of a task, the landmarks of its domain among them. */
export function evidenceCalls({ id }: Task, laws: readonly Law[]): readonly (readonly Data[])[] {
  const calls = laws
    .filter(({ task, fingerprint, alpha }) => task === id && fingerprint === undefined && alpha === 0)
    // What is asked of changed arguments is asked of answers, too.
    .filter((law) => law.id !== pureLaw || !law.isOfGrader)
    .flatMap((law) => {
      const calls = drawInputs(law, probeSeed, callsPerLaw).flatMap((drawn) => drawn.calls);
      return evenly(calls, law.isOfGrader ? callsOfDomain : callsPerLaw);
    })
    .filter((args) => !isRandomCall(args));
  return affordable(calls, (args) => args);
}

/** How many numbers there are; the calls of a law are the same for everybody who is graded at a seed. */
const sizeOf = remembered((args: readonly Data[]) => leavesOf(args).length);

/** As many of them as hold so many numbers. */
export function affordable<T>(all: readonly T[], argsOf: (one: T) => readonly Data[]): readonly T[] {
  const numbers = all.reduce((sum, one) => sum + sizeOf(argsOf(one)), 0);
  return numbers <= numbersAsked ? all : evenly(all, Math.ceil((all.length * numbersAsked) / numbers));
}

/** As many of them at most, from everywhere. */
export function evenly<T>(all: readonly T[], most: number): readonly T[] {
  const step = Math.max(1, all.length / most);
  return Array.from({ length: Math.min(most, all.length) }, (_, i) => all[Math.floor(i * step)]!);
}

/** JSON has no −0, and no number that is not finite. */
function toldApart(_: string, value: unknown): unknown {
  if (Object.is(value, -0)) return '-0';
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}

/** Each call once: some laws have few inputs and ask for them again and again. */
export function distinct(rows: readonly Row[]): readonly Row[] {
  const seen = new Set<string>();
  return rows.filter(({ args }) => {
    const key = JSON.stringify(args, toldApart);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

export type IsRight = (args: readonly Data[], right: Data, received: Data) => boolean;

/** The calls beside the right answers; left out is what the reference does not answer, and what is too much to read. */
export function rowsOf(task: Task, asked: readonly AskedCall[], isRight: IsRight): readonly Row[] {
  const room = new Room(numbersRead);
  return asked.flatMap(({ args, outcome }): readonly Row[] => {
    if (isRandomCall(args) || outcome.kind === 'skipped' || !room.takes(outcome)) return [];
    const answered = localAnswer(task.answer, args);
    if (answered.kind !== 'value') return [];
    const right = answered.value;
    const isValue = outcome.kind === 'value' && !('mismatch' in task.returns.parse(outcome.value));
    const received = isValue ? outcome.value : undefined;
    return [{ args, outcome, right, received, isWrong: received === undefined || !isRight(args, right, received) }];
  });
}

/** As the task's domain has it. */
export const isRightIn = ({ compare }: Partial<Pick<TaskDomain, 'compare'>> = {}): IsRight =>
  compare === undefined ? hasNineDigits : (args, right, received) => compare(args, right, received) === undefined;

/** Nine digits, and of a list what is lost where terms as large as its largest number cancel. */
const hasNineDigits: IsRight = (_, right, received) => {
  const [expected, found] = [leavesOf(right), leavesOf(received)];
  const scale = Math.max(0, ...expected.map(({ x }) => Math.abs(x)).filter(Number.isFinite));
  return (
    isSameShape(expected, found) &&
    expected.every(({ x }, i) => {
      const y = found[i]!.x;
      return (
        Object.is(x, y) || x === y || Math.abs(x - y) <= 1e-9 * Math.abs(x) + 1e-12 * (expected.length > 1 ? scale : 0)
      );
    })
  );
};

/** The parameters that a call has changed, by their place. */
export const changedArguments = ({ args, outcome }: AskedCall): readonly number[] =>
  outcome.kind !== 'value' || outcome.argumentsAfter.length === 0
    ? []
    : args.flatMap((arg, i) => (isIdentical(arg, outcome.argumentsAfter[i]) ? [] : [i]));
