import { type NamedAnswer, rightAnswers as of } from '../../../grader/kit.ts';
import type { Vector } from '../../../reference/numerics/types.ts';
import type { InitializationTasks } from '../reference.ts';

const sumOf = (values: Vector): number => values.reduce((sum, value) => sum + value, 0);

/** Each task in other ways than the reference's. */
export const rightOutputs = (t: InitializationTasks): readonly NamedAnswer[] => [
  ...of(t.softmax, {
    'log-sum-exp': (z) => {
      const largest = z.reduce((a, b) => Math.max(a, b));
      const logSum = largest + Math.log(sumOf(z.map((value) => Math.exp(value - largest))));
      return z.map((value) => Math.exp(value - logSum));
    },
    'sums-of-ratios': (z) => z.map((value) => 1 / sumOf(z.map((other) => Math.exp(other - value)))),
    'typed-array': (z) => {
      const largest = Math.max(...z);
      const e = Float64Array.from(z, (value) => Math.exp(value - largest));
      const sum = e.reduce((a, b) => a + b);
      return [...e.map((value) => value / sum)];
    },
  }),
  ...of(t.outputBias, {
    'relative-to-the-last': (p) => p.map((value) => Math.log(value / p.at(-1)!)),
    'of-counts': (p) => p.map((value) => Math.log(100 * value)),
    'with-a-small-number': (p) => p.map((value) => Math.log(value + 1e-7)),
    centered: (p) => {
      const logs = p.map(Math.log);
      return logs.map((value) => value - sumOf(logs) / logs.length);
    },
  }),
];
