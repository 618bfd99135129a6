import type { Answerer } from '../../check/answerer.ts';
import { type Data, isList, isRecord, type Law, type Task } from '../../kit.ts';
import { type Diagnostics, diagnostics } from '../diagnose.ts';
import type { Answered } from '../probe.ts';

/** A variant by its tasks, under the ids that they have in the variant at hand, and by what is other there. */
export interface Variation {
  readonly changes: readonly { readonly key: string; readonly theirs: unknown }[];
  readonly tasks: Readonly<Record<string, Task>>;
  readonly laws: () => readonly Law[];
}

/** A task of the variant at hand, and how to ask the student's function for it. */
export interface Asked {
  readonly task: Task;
  readonly diagnostics: Diagnostics;
  readonly answer: Answerer;
}

/** The variants under which a function's answers are right, if they are wrong under the one at hand. */
export function fittingVariations<V extends Variation>(
  task: Task,
  { fits, ownAnswersOf }: Diagnostics,
  variations: readonly V[],
  answered: readonly Answered[],
): readonly V[] {
  if (answered.length === 0 || fits(task.answer, answered)) return [];
  const right = ownAnswersOf(task.answer);
  const fitting = variations.filter(({ tasks }) => {
    const other = tasks[task.id];
    // As far as the probes show, a variant may ask for the same as this one: then nothing speaks for it.
    return other !== undefined && fits(other.answer, answered) && !fits(other.answer, right);
  });
  return simplest(fitting);
}

/**
 * The variants for which a function is right when it is called with their names: one that knows 'sigmoid' and not 'phi'
 * has no answer to what this variant asks. Tried are those that call with a name that this one has not.
 */
export async function fittingByTheirNames<V extends Variation>(
  { task, diagnostics: ours, answer }: Asked,
  variations: readonly V[],
): Promise<readonly V[]> {
  const known = namesIn(ours.ownAnswersOf(task.answer));
  if (known.size === 0) return [];
  const fitting: V[] = [];
  for (const variation of variations.filter(({ changes }) =>
    changes.some(({ theirs }) => typeof theirs !== 'number'),
  )) {
    const other = variation.tasks[task.id];
    if (other?.id !== task.id) continue;
    const theirs = diagnostics(other, variation.laws(), []);
    const right = theirs.ownAnswersOf(other.answer);
    if ([...namesIn(right)].every((name) => known.has(name))) continue;
    const { answered } = await theirs.ask(answer);
    const isAnswered = answered.length === right.length && theirs.fits(other.answer, answered);
    if (isAnswered && !theirs.fits(task.answer, answered)) fitting.push(variation);
  }
  return simplest(fitting);
}

function namesIn(answered: readonly Answered[]): ReadonlySet<string> {
  const names = new Set<string>();
  const collect = (data: Data): void => {
    if (typeof data === 'string') names.add(data);
    else if (isList(data)) data.forEach(collect);
    else if (isRecord(data)) Object.values(data).forEach(collect);
  };
  for (const { probe } of answered) for (const args of probe.calls) args.forEach(collect);
  return names;
}

/** Without those that differ in all that another of them differs in, and in more. */
export const simplest = <V extends Variation>(variations: readonly V[]): readonly V[] =>
  variations.filter((one) => !variations.some((other) => isWithin(other, one)));

const isWithin = ({ changes: few }: Variation, { changes: many }: Variation): boolean =>
  few.length < many.length &&
  few.every(({ key, theirs }) => many.some((change) => change.key === key && change.theirs === theirs));

/**
 * Whether a whole submission answers another variant: it has another task, at least, that differs there, and each of
 * those is answered as there. A function that has another name there is not asked of it; but who has it under the name
 * that it has here, and right, has not written it for there.
 */
export async function isWrittenFor({ tasks }: Variation, others: readonly Asked[]): Promise<boolean> {
  let supporting = 0;
  for (const { task, diagnostics, answer } of others) {
    const theirs = tasks[task.id];
    if (theirs === undefined) continue;
    // As far as the probes show, the task may ask for the same there.
    const own = diagnostics.ownAnswersOf(task.answer);
    if (diagnostics.fits(theirs.answer, own)) continue;
    const { answered } = await diagnostics.ask(answer);
    if (theirs.id !== task.id) {
      if (answered.length > 0 && diagnostics.fits(task.answer, answered)) return false;
      continue;
    }
    if (answered.length === 0 || !diagnostics.fits(theirs.answer, answered)) return false;
    supporting += 1;
  }
  return supporting > 0;
}
