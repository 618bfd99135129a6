import type { Answerer } from '../check/answerer.ts';
import type { Task } from '../contract.ts';
import type { Answered, Diagnostics } from './diagnose.ts';

/** A variant by its tasks, under the ids that they have in the variant at hand, and by what is other there. */
export interface Variation {
  readonly changes: readonly { readonly key: string; readonly theirs: unknown }[];
  readonly tasks: Readonly<Record<string, Task>>;
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
  { fits }: Diagnostics,
  variations: readonly V[],
  answered: readonly Answered[],
): readonly V[] {
  if (fits(task.answer, answered)) return [];
  const fitting = variations.filter(({ tasks }) => {
    const other = tasks[task.id];
    return other !== undefined && fits(other.answer, answered);
  });
  return simplest(fitting);
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
    const answered = await diagnostics.answersOf(answer);
    if (theirs.id !== task.id) {
      if (answered.length > 0 && diagnostics.fits(task.answer, answered)) return false;
      continue;
    }
    if (answered.length === 0 || !diagnostics.fits(theirs.answer, answered)) return false;
    supporting += 1;
  }
  return supporting > 0;
}
