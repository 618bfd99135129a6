import type { Arbitrary } from 'fast-check';
import { remembered } from '../remembered.ts';
import type { Live, Task } from '../task.ts';
import { firstDifference, type Tolerance } from '../values/compare.ts';
import type { Data } from '../values/data.ts';
import { type Law, law } from './law.ts';

/** Sums of a few products: a right answer is off by some 1e-15 of the terms. */
const fewProducts: Tolerance = { relative: 1e-9, absolute: 1e-12 };

/** What an author says of a law about some fields; see {@link part}. */
export interface PartOptions<Args extends readonly unknown[], Answer extends object> {
  readonly inputs: Arbitrary<Args>;
  /** The fields of the answer that this law is about. */
  readonly fields: readonly (keyof Answer & string)[];
  /** What is right for an answer whose other fields are as they are; else what the reference says. */
  readonly expected?: (received: Answer, ...args: Args) => Partial<Answer>;
  readonly tolerance?: Tolerance;
  readonly runs?: number;
}

/**
 * A law: some fields of the answer are right, whatever the others are. Each part of an answer is told by its own
 * sentence.
 *
 * @param id its key in the catalogue
 * @param of the task
 * @param options inputs, the fields, and what is right for them
 */
export function part<Args extends readonly unknown[], Answer extends object>(
  id: string,
  of: Task<Args, Answer>,
  { fields, expected, tolerance = fewProducts, ...options }: PartOptions<Args, Answer>,
): Law {
  const only = (answer: Partial<Answer>): Data =>
    Object.fromEntries(fields.map((field) => [field, answer[field] as Data]));
  // The arguments of a law that compares with the reference hold no generator.
  const right = remembered((args: Args) => of.answer(...(args as unknown as Live<Args>)));
  return law(id, of, {
    ...options,
    probes: true,
    calls: (args) => [args],
    check(args, { values: [received] }) {
      const wanted = expected?.(received!, ...args) ?? right(args);
      const difference = firstDifference(only(wanted), only(received!), tolerance);
      return difference && { ...difference };
    },
  });
}
