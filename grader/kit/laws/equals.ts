import type { Arbitrary } from 'fast-check';
import { remembered } from '../remembered.ts';
import type { Task } from '../task.ts';
import { exact, firstDifference, type Tolerance } from '../values/compare.ts';
import type { Data } from '../values/data.ts';
import { type Law, law } from './law.ts';

/**
 * A law: the answer is what another formula gives, f(x) = expected(x) for every x, within a tolerance that may depend
 * on x; without one, to the bit.
 */
export function equals<Args extends readonly unknown[], Answer>(
  id: string,
  of: Task<Args, Answer>,
  options: {
    readonly inputs: Arbitrary<Args>;
    readonly expected: (...args: Args) => Answer;
    readonly tolerance?: Tolerance | ((args: Args, expected: Answer) => Tolerance);
    readonly runs?: number;
    readonly probes?: boolean;
  },
): Law {
  const { expected, tolerance = exact, ...rest } = options;
  const rightAnswer = remembered((args: Args) => expected(...args));
  return law(id, of, {
    ...rest,
    calls: (args) => [args],
    check(args, { values }) {
      const right = rightAnswer(args);
      const bound = typeof tolerance === 'function' ? tolerance(args, right) : tolerance;
      const difference = firstDifference(right as Data, values[0] as Data, bound);
      return difference && { ...difference };
    },
  });
}
