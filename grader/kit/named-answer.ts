import type { Live, Task } from './task.ts';
import type { RngSeed } from './values/data.ts';

/** A function under a name that answers one task, rightly or wrongly. */
export interface NamedAnswer {
  readonly id: string;
  readonly task: string;
  /** The function itself. */
  readonly answer: (...args: readonly never[]) => unknown;
  /** Where it departs from the right answer, which it gives for all other arguments; anywhere, if nothing is said. */
  readonly departsAt?: (...args: readonly never[]) => boolean;
}

/**
 * A wrong answer that students really give, as a function. It names the mistake to a student who makes it, it is a
 * mutant that the laws must stop, and it documents the task. Its words are in the assignment's catalogue.
 */
export type Misconception = NamedAnswer;

/** The misconceptions of one task, by id: `misconceptions(t.sigmoid, { mirrored: (z) => 1 / (1 + Math.exp(z)) })`. */
export const misconceptions = answersTo;

/** Right answers to one task, written in other ways than the reference, by the name of the way. */
export const rightAnswers = answersTo;

/** A mutant that is wrong only for arguments satisfying `where` and correct for all others. */
export interface Departure<Args extends readonly unknown[], Answer> {
  /** Where it is wrong. */
  readonly where: (...args: { [K in keyof Args]: Args[K] extends RngSeed ? unknown : Args[K] }) => boolean;
  /** What it answers there. */
  readonly answer: (...args: Live<Args>) => Answer;
}

/** Mutants: wrong implementations that no student would write but that only one particular law rejects. */
export function mutants<Args extends readonly unknown[], Answer>(
  of: Task<Args, Answer>,
  answers: { readonly [id: string]: ((...args: Live<Args>) => Answer) | Departure<Args, Answer> },
): readonly NamedAnswer[] {
  return Object.entries(answers).flatMap(([id, wrong]): readonly NamedAnswer[] => {
    if (typeof wrong === 'function') return answersTo(of, { [id]: wrong });
    const where = wrong.where as (...args: readonly unknown[]) => boolean;
    const answer = (...args: Live<Args>): Answer => (where(...args) ? wrong.answer : of.answer)(...args);
    return answersTo(of, { [id]: answer }).map((named) => ({ ...named, departsAt: where }));
  });
}

/** What `nabla verify` holds an assignment against, beside its misconceptions. No student's check loads it. */
export interface Proof {
  readonly rightAnswers: readonly NamedAnswer[];
  readonly mutants: readonly NamedAnswer[];
  /** Misconceptions, by id, that are diagnosed together: different mistakes whose answers no probe can tell apart. */
  readonly alike?: readonly (readonly string[])[];
}

function answersTo<Args extends readonly unknown[], Answer>(
  of: Task<Args, Answer>,
  answers: { readonly [id: string]: (...args: Live<Args>) => Answer },
): readonly NamedAnswer[] {
  return Object.entries(answers).map(([id, answer]) => ({
    id,
    task: of.id,
    answer: answer as unknown as NamedAnswer['answer'],
  }));
}
