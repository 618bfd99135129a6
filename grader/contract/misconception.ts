import type { Live, Task } from './task.ts';

/**
 * A wrong answer that students really give, as a function. It names the mistake to a student who makes it, it is a
 * mutant that the laws must stop, and it documents the task. Its words are in the assignment's catalogue.
 */
export interface Misconception {
  readonly id: string;
  readonly task: string;
  readonly answer: (...args: readonly never[]) => unknown;
}

/** The misconceptions of one task, by id: `misconceptions(t.sigmoid, { mirrored: (z) => 1 / (1 + Math.exp(z)) })`. */
export function misconceptions<Args extends readonly unknown[], Answer>(
  of: Task<Args, Answer>,
  wrong: { readonly [id: string]: (...args: Live<Args>) => Answer },
): readonly Misconception[] {
  return Object.entries(wrong).map(([id, answer]) => ({
    id,
    task: of.id,
    answer: answer as unknown as Misconception['answer'],
  }));
}
