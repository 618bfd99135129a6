import { type Misconception, misconceptions as of } from '../../../grader/kit.ts';
import type { Parameters } from '../parameters.ts';
import type { GradientControlTasks } from '../reference.ts';

/** The slope that libraries give leaky ReLU; no variant asks for it. */
const usualLeak = 0.01;

export function reluMisconceptions(
  { relu, reluDerivative }: GradientControlTasks,
  { leak }: Parameters,
): readonly Misconception[] {
  const right = relu.answer;
  const isLeaky = leak > 0;
  return [
    ...of(relu, {
      ...(isLeaky && { 'relu-without-leak': (z: number) => Math.max(0, z) }),
      'relu-min-for-max': (z) => Math.min(leak * z, z),
      'relu-absolute-value': (z) => Math.abs(z),
      'relu-leaky': (z) => (z > 0 ? z : usualLeak * z),
      'relu-leaky-swapped': (z) => (z > 0 ? usualLeak * z : z),
      'relu-never-blocks': (z) => z,
      'relu-step': (z) => (z > 0 ? 1 : leak),
      'relu-cut-at-one': (z) => Math.min(1, right(z)),
      'relu-cut-at-six': (z) => Math.min(6, right(z)),
      'relu-softplus': (z) => Math.max(0, z) + Math.log1p(Math.exp(-Math.abs(z))),
    }),
    ...of(reluDerivative, {
      ...(isLeaky && { 'relu-derivative-without-leak': (z: number) => Number(z > 0) }),
      'relu-derivative-is-relu': (z) => right(z),
      'relu-derivative-is-z': (z) => z,
      'relu-derivative-never-closed': () => 1,
      'relu-derivative-never-open': () => leak,
      'relu-derivative-swapped': (z) => (z > 0 ? leak : 1),
      'relu-derivative-sign': (z) => Math.sign(z),
      'relu-derivative-leaky': (z) => (z > 0 ? 1 : usualLeak),
      'relu-derivative-open-beyond-one': (z) => (z > 1 ? 1 : leak),
      'relu-derivative-cut-at-six': (z) => (z > 0 && z < 6 ? 1 : z > 0 ? 0 : leak),
      'relu-derivative-half-at-zero': (z) => (1 + leak + (1 - leak) * Math.sign(z)) / 2,
      'relu-derivative-not-a-number-at-zero': (z) => right(z) / z,
      'relu-derivative-sigmoid': (z) => 1 / (1 + Math.exp(-z)),
    }),
  ];
}
