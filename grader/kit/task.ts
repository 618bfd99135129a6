import type { RngSeed } from './values/data.ts';
import type { Shape } from './values/shape.ts';

/** A generator of random numbers as students see it. */
export interface Rng {
  /** U[0, 1) */
  uniform(): number;
  /** N(0, 1) */
  normal(): number;
}

/**
 * The types of arguments as the student's function receives them: the state of a generator has become the generator.
 */
export type Live<Args extends readonly unknown[]> = {
  // Of any task at all nothing is known of the arguments: `never` stays what it is.
  [K in keyof Args]: [Args[K]] extends [never] ? never : Args[K] extends RngSeed ? Rng : Args[K];
};

/** One function that a student writes. `Args` is what crosses into the sandbox. */
export interface Task<Args extends readonly unknown[] = readonly never[], Answer = unknown> {
  readonly id: string;
  /** Names of the parameters, as in the student's signature. */
  readonly parameters: readonly string[];
  readonly returns: Shape<Answer>;
  /** The reference: the right answer, from `reference/`. */
  readonly answer: (...args: Live<Args>) => Answer;
}

/** A table of tasks under their ids: `tasks({ sigmoid: { parameters: ['z'], returns: number, answer: sigmoid } })`. */
export type Tasks = { readonly [id: string]: Task };

/**
 * A task by its id, its parameters, the shape of its answer and its reference; {@link defineTask} makes one with all
 * that belongs to it.
 */
export function task<Args extends readonly unknown[], Answer>(
  id: string,
  parameters: { readonly [K in keyof Args]: string },
  returns: Shape<Answer>,
  answer: (...args: Live<Args>) => Answer,
): Task<Args, Answer> {
  return { id, parameters, returns, answer };
}
