import type { Arbitrary } from 'fast-check';
import { measured } from '../../../reference/numerics/finite-differences.ts';
import { remembered } from '../remembered.ts';
import type { Task } from '../task.ts';
import { firstDifference } from '../values/compare.ts';
import { type Data, isList, isRecord } from '../values/data.ts';
import { type Law, law } from './law.ts';

/** What an author says of the law of a gradient; see {@link slope}. */
export interface SlopeOptions<Args extends readonly unknown[], Answer> {
  /** Small ones, on which the function is smooth: each number of the answer costs eight calls of `value`. */
  readonly inputs: Arbitrary<Args>;
  /** Where the slope is taken: the arguments that are moved, in the shape of the answer. */
  readonly at: (...args: Args) => Answer;
  /** The function whose slope it is, of such a point: `(predictions, targets) => (moved) => loss(moved, targets)`. */
  readonly value: (...args: Args) => (point: Answer) => number;
  /** How far `value` may be off by rounding, where that is not 1e-14 of its size. */
  readonly noise?: (...args: Args) => number;
  readonly runs?: number;
}

/**
 * A law: the answer is what finite differences measure, ∂value/∂p for every number p of the point. Its words are the
 * grader's.
 *
 * Allowed are a millionth of the slope, and what the differences themselves can be off: by their truncation, as further
 * halvings of the step show it, and by the noise of `value`.
 *
 * @param of the task
 * @param options where the slope is taken, and of what
 */
export function slope<Args extends readonly unknown[], Answer>(
  of: Task<Args, Answer>,
  { inputs, at, value, noise, runs = 24 }: SlopeOptions<Args, Answer>,
): Law {
  const measure = remembered((args: Args) => {
    const point = at(...args);
    const f = value(...args);
    const here = Math.abs(f(point));
    const rounding = noise?.(...args) ?? 1e-14 * Math.max(1, here);
    let error = 0;
    const slopes = numberByNumber(point as Data, (move, x) => {
      const found = measured((moved) => f(move(moved) as Answer), x, rounding);
      error = Math.max(error, found.error);
      return found.slope;
    });
    return { slopes, error };
  });
  return law('slope', of, {
    inputs,
    runs,
    probes: true,
    calls: (args) => [args],
    check(args, { values: [received] }) {
      const { slopes, error } = measure(args);
      const difference = firstDifference(slopes, received as Data, { relative: 1e-6, absolute: 1e-9 + error });
      return difference && { ...difference };
    },
  });
}

/** Data of the same shape; `move` gives the whole with another number in the place of one. */
function numberByNumber(whole: Data, found: (move: (x: number) => Data, x: number) => number): Data {
  const walk = (data: Data, into: (part: Data) => Data): Data => {
    if (typeof data === 'number') return found(into, data);
    if (isList(data)) return data.map((entry, i) => walk(entry, (part) => into(data.with(i, part))));
    if (!isRecord(data)) return data;
    const fields = Object.entries(data);
    return Object.fromEntries(
      fields.map(([key, field]) => [key, walk(field, (part) => into({ ...data, [key]: part }))]),
    );
  };
  return walk(whole, (data) => data);
}
