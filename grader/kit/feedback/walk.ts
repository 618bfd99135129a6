import type { Task } from '../task.ts';
import type { Shape } from '../values/shape.ts';

/** Words of a formula with its numbers among them; who shows them decides how many digits they have. */
export type Calculation = readonly (string | number)[];

/** A tag for a formula with its numbers: calculation`${a} · (1 − ${a})`. */
export const calculation = (texts: TemplateStringsArray, ...values: readonly (number | Calculation)[]): Calculation =>
  texts.flatMap((text, i) => {
    const value = values[i] ?? [];
    return [text, ...(typeof value === 'number' ? [value] : value)];
  });

/** A sum of products as a calculation: (0.5 · 0.1 + 0.2 · 0.3). */
export const sumOfProducts = (products: readonly (readonly [number, number])[]): Calculation => {
  const terms = products.flatMap(([a, b], i) => [i === 0 ? '' : ' + ', a, ' · ', b]);
  return products.length === 1 ? terms : ['(', ...terms, ')'];
};

/** One number of an answer, on the way by which it is computed. */
export interface Step {
  /** Where on the way: a layer, a point in time. All numbers of a stage stand one after the other. */
  readonly stage: string;
  readonly name: string;
  /** How it is computed from numbers that are known, or were computed in an earlier step. */
  readonly calculation: Calculation;
  /** Where it stands in the answer. */
  readonly path: readonly (string | number)[];
  /** What known slips multiply it by, by their formula; the likelier first. */
  readonly factors: Readonly<Record<string, number>>;
}

/**
 * A task's calculation, number by number in the order in which it is done, on examples small enough to follow by hand.
 * It decides nothing: it shows who has failed the task where the calculation first leaves the right one.
 */
export interface Walk<Args extends readonly unknown[] = readonly never[], Answer = unknown> {
  readonly task: string;
  readonly returns: Shape<Answer>;
  /** The smallest first. */
  readonly examples: readonly Args[];
  /** The steps for an example, in the order in which they are done. */
  readonly steps: (args: Args, right: Answer) => readonly Step[];
}

/**
 * Shows who has failed a task its calculation, step by step, on examples that one can follow by hand.
 *
 * @param of the task
 * @param options the examples, the smallest first, and the steps of each
 */
export function walk<Args extends readonly unknown[], Answer>(
  of: Task<Args, Answer>,
  { examples, steps }: Pick<Walk<Args, Answer>, 'steps'> & { readonly examples: readonly NoInfer<Args>[] },
): Walk {
  const typed: Walk<Args, Answer> = { task: of.id, returns: of.returns, examples, steps };
  // As with laws: a list of walks has no common type of arguments and answers.
  return typed as unknown as Walk;
}
