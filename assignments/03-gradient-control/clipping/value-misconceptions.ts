import { type Misconception, misconceptions as of } from '../../../grader/kit.ts';
import type { Norm } from '../../../reference/nets/clipping.ts';
import type { GradientControlTasks } from '../reference.ts';
import { by, lengths } from './slips.ts';

export function valueMisconceptions({ clipByValue }: GradientControlTasks, norm: Norm): readonly Misconception[] {
  return of(clipByValue, {
    'value-upper-side-only': (gradient, limit) => gradient.map((v) => Math.min(v, limit)),
    'value-lower-side-only': (gradient, limit) => gradient.map((v) => Math.max(v, -limit)),
    'value-from-zero': (gradient, limit) => gradient.map((v) => Math.max(0, Math.min(v, limit))),
    'value-max-for-min': (gradient, limit) => gradient.map((v) => Math.max(v, limit)),
    'value-signs-times-limit': (gradient, limit) => gradient.map((v) => Math.sign(v) * limit),
    'value-without-sign': (gradient, limit) => gradient.map((v) => Math.min(Math.abs(v), limit)),
    'value-limit-without-sign': (gradient, limit) => gradient.map((v) => (Math.abs(v) > limit ? limit : v)),
    'value-beyond-becomes-zero': (gradient, limit) => gradient.map((v) => (Math.abs(v) > limit ? 0 : v)),
    'value-beyond-left-out': (gradient, limit) => gradient.filter((v) => Math.abs(v) <= limit),
    'value-norm-for-value': by(lengths[norm]),
    // By the maximum norm they are one.
    ...(norm !== 'max' && { 'value-scaled-by-the-maximum': by(lengths.max) }),
    'value-in-place': (gradient, limit) => {
      for (const [i, v] of gradient.entries()) gradient[i] = Math.max(-limit, Math.min(limit, v));
      return gradient;
    },
  });
}
