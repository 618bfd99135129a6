import { type Law, type LawOptions, law } from './law.ts';
import type { Task } from './task.ts';

/** What is drawn and asked once, for several laws. */
export type Sample<Input, Args extends readonly unknown[]> = Required<
  Pick<LawOptions<Input, Args, unknown>, 'inputs' | 'runs' | 'calls'>
>;

/** What one of these laws makes of it. */
export type OnSample<Input, Args extends readonly unknown[], Answer> = Omit<
  LawOptions<Input, Args, Answer>,
  keyof Sample<Input, Args> | 'echo'
>;

/**
 * Several laws that are judged on the same answers, which are asked for once: thousands of weights, say, of which one law
 * looks at the variance and another at the largest. They follow one another in the list of laws.
 *
 * That the statistics of one sample hang together does no harm: what each may err adds up to a bound, whatever they have
 * in common.
 */
export function sample<Input, Args extends readonly unknown[], Answer>(
  evidence: string,
  of: Task<Args, Answer>,
  drawn: Sample<Input, Args>,
  laws: Readonly<Record<string, OnSample<Input, Args, Answer>>>,
): Law[] {
  return Object.entries(laws).map(([id, options]) => ({ ...law(id, of, { ...drawn, ...options }), evidence }));
}
