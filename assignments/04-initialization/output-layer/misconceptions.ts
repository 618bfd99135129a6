import { type Misconception, misconceptions as of } from '../../../grader/kit.ts';
import { softmax } from '../../../reference/activations/softmax.ts';
import type { Vector } from '../../../reference/numerics/types.ts';
import type { InitializationTasks } from '../reference.ts';

const sum = (values: Vector): number => values.reduce((total, value) => total + value, 0);
const shares = (values: Vector): Vector => values.map((value) => value / sum(values));

/** Of the softmax and the biases before it. */
export const outputMisconceptions = (t: InitializationTasks): readonly Misconception[] => [
  ...of(t.softmax, {
    'softmax-overflows': (z) => shares(z.map(Math.exp)),
    'softmax-without-sum': (z) => z.map((value) => Math.exp(value - Math.max(...z))),
    'softmax-exponentials-only': (z) => z.map(Math.exp),
    'softmax-of-minus': (z) => softmax(z.map((value) => -value)),
    'softmax-logarithm': (z) => softmax(z).map(Math.log),
    'softmax-without-exponential': (z) => shares(z),
    'softmax-is-sigmoid': (z) => z.map((value) => 1 / (1 + Math.exp(-value))),
    'softmax-to-base-two': (z) => softmax(z.map((value) => value * Math.LN2)),
    'softmax-is-argmax': (z) => z.map((value) => (value === Math.max(...z) ? 1 : 0)),
    'softmax-with-epsilon': (z) => {
      const e = z.map((value) => Math.exp(value - Math.max(...z)));
      return e.map((value) => value / (sum(e) + 1e-8));
    },
    'softmax-cut': (z) => softmax(z.map((value) => Math.max(-10, Math.min(10, value)))),
  }),
  ...of(t.outputBias, {
    'bias-is-the-frequency': (p) => [...p],
    'bias-is-the-logit': (p) => p.map((value) => Math.log(value / (1 - value))),
    'bias-with-minus': (p) => p.map((value) => -Math.log(value)),
    'bias-is-the-inverse': (p) => p.map((value) => 1 / value),
    'bias-of-counts': (p) => p.map((value) => value / Math.max(...p)),
    'bias-to-base-two': (p) => p.map(Math.log2),
    'bias-to-base-ten': (p) => p.map(Math.log10),
    'bias-zero': (p) => p.map(() => 0),
    'bias-p-log-p': (p) => p.map((value) => value * Math.log(value)),
  }),
];
