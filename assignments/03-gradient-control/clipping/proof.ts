import { mutants, type Proof, rightAnswers } from '../../../grader/kit.ts';
import { clipByValue, globalNorm, type Norm } from '../../../reference/nets/clipping.ts';
import type { GradientControlTasks } from '../reference.ts';
import { typed } from '../typed-array.ts';

/** As PyTorch has it, so that nothing is divided by zero. */
const epsilon = 1e-6;

/** The norm as somebody else writes it. */
const lengths: { readonly [N in Norm]: (values: readonly number[]) => number } = {
  l2: (values) => Math.hypot(...values),
  l1: (values) => values.reduce((sum, value) => sum + (value < 0 ? -value : value), 0),
  max: (values) => Math.max(0, ...values, -Math.min(0, ...values)),
};

export function clippingProof(t: GradientControlTasks, norm: Norm): Proof {
  const length = lengths[norm];
  return {
    rightAnswers: [
      ...rightAnswers(t.clipByValue, {
        branches: (gradient, limit) =>
          gradient.map((g) => {
            if (Math.abs(g) <= limit) return g;
            return g > 0 ? limit : -limit;
          }),
        'sign-times-size': (gradient, limit) => gradient.map((g) => Math.sign(g) * Math.min(Math.abs(g), limit)),
        'typed-array': (gradient, limit) => typed(clipByValue(gradient, limit)),
      }),
      ...rightAnswers(t.clipByNorm, {
        'epsilon-in-the-denominator': (gradient, maxNorm) => {
          const factor = Math.min(1, maxNorm / (length(gradient) + epsilon));
          return gradient.map((g) => factor * g);
        },
        'early-return': (gradient, maxNorm) => {
          const size = length(gradient);
          if (size <= maxNorm) return gradient;
          return gradient.map((g) => (g / size) * maxNorm);
        },
      }),
      ...rightAnswers(t.clipByGlobalNorm, {
        'epsilon-in-the-denominator': (gradients, maxNorm) => {
          const factor = Math.min(1, maxNorm / (length(gradients.flat()) + epsilon));
          return gradients.map((gradient) => gradient.map((g) => factor * g));
        },
        'norm-of-the-norms': (gradients, maxNorm) => {
          const size = length(gradients.map(length));
          return gradients.map((gradient) =>
            typed(size > maxNorm ? gradient.map((g) => g * (maxNorm / size)) : gradient),
          );
        },
      }),
    ],
    mutants: [
      ...mutants(t.clipByNorm, {
        'halves-at-the-limit': (gradient, maxNorm) =>
          globalNorm([gradient], norm) === maxNorm
            ? gradient.map((g) => g / 2)
            : t.clipByNorm.answer(gradient, maxNorm),
      }),
      ...mutants(t.clipByGlobalNorm, {
        'halves-at-the-limit': (gradients, maxNorm) =>
          t.clipByGlobalNorm.answer(gradients, globalNorm(gradients, norm) === maxNorm ? maxNorm / 2 : maxNorm),
        'turned-around': (gradients, maxNorm) => {
          const clipped = t.clipByGlobalNorm.answer(gradients, maxNorm);
          return globalNorm(gradients, norm) > maxNorm ? clipped.map((vector) => vector.map((g) => -g)) : clipped;
        },
      }),
    ],
  };
}
