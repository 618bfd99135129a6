import type { Task } from '../task.ts';
import type { Shape } from '../values/shape.ts';

/** What is measured of answers that are random: the law of their variance, their mean, the shape of their distribution. */
export const quantities = ['varianceLaw', 'mean', 'shape'] as const;
/** Something that is measured of random answers. */
export type Quantity = (typeof quantities)[number];

/**
 * What a random answer looks like, in a few numbers: measured of the student's function and of the right one by the same
 * calls, for who has failed the task. It decides nothing.
 */
export interface Measure<Args extends readonly unknown[] = readonly never[], Answer = unknown> {
  readonly task: string;
  readonly returns: Shape<Answer>;
  readonly calls: readonly Args[];
  /** Formulas and numbers, short; nothing where they cannot be measured. */
  readonly measure: (answers: readonly Answer[]) => Readonly<Record<Quantity, string>> | undefined;
}

/**
 * Measures what a student's random answers look like, by calls that are the same in every check.
 *
 * @param of the task
 * @param options the calls, and what is measured of their answers
 */
export function measure<Args extends readonly unknown[], Answer>(
  of: Task<Args, Answer>,
  { calls, measure: taken }: Pick<Measure<Args, Answer>, 'measure'> & { readonly calls: readonly NoInfer<Args>[] },
): Measure {
  const typed: Measure<Args, Answer> = { task: of.id, returns: of.returns, calls, measure: taken };
  // As with laws: a list of measures has no common type of arguments and answers.
  return typed as unknown as Measure;
}
