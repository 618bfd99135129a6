import type { Answerer } from '../check/answerer.ts';
import type { Law, Task } from '../contract.ts';
import { type Answered, answersToProbes, fits, probesOf } from './diagnose.ts';
import { ownAnswer } from './own-answers.ts';
import { isSame, sameFormula } from './probe.ts';

/** A variant by its tasks, under the ids that they have in the variant at hand. */
export interface Variation {
  readonly tasks: Readonly<Record<string, Task>>;
}

/** A task of the variant at hand, and how to ask the student's function for it. */
export interface Asked {
  readonly task: Task;
  readonly answer: Answerer;
}

/** The variants under which a function's answers are right, if they are wrong under the one at hand. */
export const fittingVariations = <V extends Variation>(
  task: Task,
  variations: readonly V[],
  answered: readonly Answered[],
): readonly V[] =>
  fits(task, task.answer, answered)
    ? []
    : variations.filter(({ tasks }) => {
        const other = tasks[task.id];
        return other !== undefined && fits(task, other.answer, answered);
      });

/**
 * Whether a whole submission answers another variant: it has another task, at least, that differs there, and each of
 * those is answered as there.
 */
export async function isWrittenFor(
  { tasks }: Variation,
  laws: readonly Law[],
  others: readonly Asked[],
): Promise<boolean> {
  let supporting = 0;
  for (const { task, answer } of others) {
    const theirs = tasks[task.id];
    // A function of another name is missing here, and says nothing by its answers.
    if (theirs === undefined || theirs.id !== task.id || !differs(task, theirs, laws)) continue;
    const answered = await answersToProbes(task, laws, answer);
    if (answered.length === 0 || !fits(task, theirs.answer, answered)) return false;
    supporting += 1;
  }
  return supporting > 0;
}

/** Whether a task asks for something else in another variant, as far as the probes show. */
const differs = (ours: Task, theirs: Task, laws: readonly Law[]): boolean =>
  probesOf(ours, laws).some((probe) => {
    const [theirAnswer, ourAnswer] = [theirs, ours].map(({ answer }) => ownAnswer(ours, probe, answer));
    return !isSame(probe, theirAnswer, ourAnswer, sameFormula);
  });
