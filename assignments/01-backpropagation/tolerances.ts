import type { Arbitrary } from 'fast-check';
import { type Data, firstDifference, type Law, law, remembered, type Task, type Tolerance } from '../../grader/kit.ts';

/** Where a number is all there is to err on: nine digits, which the contract asks for. */
export const nineDigits: Tolerance = { relative: 1e-9, absolute: 0 };

/** Sums of a few products in double precision: a right answer is off by some 1e-15 of the terms. */
export const arithmetic: Tolerance = { relative: 1e-9, absolute: 1e-12 };

/** An answer by finite differences, and how far from the right one it may be for that. */
export interface Measurement<Answer> {
  readonly slopes: Answer;
  readonly error: number;
}

/** The answer is what finite differences measure, within a millionth and what these can tell. */
export function measures<Args extends readonly unknown[], Answer>(
  id: string,
  of: Task<Args, Answer>,
  {
    inputs,
    measure,
    runs = 24,
  }: {
    readonly inputs: Arbitrary<Args>;
    readonly measure: (...args: Args) => Measurement<Answer>;
    readonly runs?: number;
  },
): Law {
  const measured = remembered((args: Args) => measure(...args));
  return law(id, of, {
    inputs,
    runs,
    probes: true,
    calls: (args) => [args],
    check(args, { values }) {
      const { slopes, error } = measured(args);
      const difference = firstDifference(slopes as Data, values[0] as Data, { relative: 1e-6, absolute: 1e-9 + error });
      return difference && { ...difference };
    },
  });
}
