import { type NamedAnswer, rightAnswers as of } from '../../../grader/kit.ts';
import type { Vector } from '../../../reference/numerics/types.ts';
import type { InitializationTasks } from '../reference.ts';

/** Each task in other ways than the reference's. */
export const rightVariances = (t: InitializationTasks): readonly NamedAnswer[] => [
  ...of(t.productVariance, {
    'second-moments': (w, x) => (w.variance + w.mean ** 2) * (x.variance + x.mean ** 2) - (w.mean * x.mean) ** 2,
    factored: (w, x) => w.variance * (x.variance + x.mean * x.mean) + w.mean * w.mean * x.variance,
  }),
  ...of(t.layerVariance, {
    loop: (fanIn, weightVariance, inputVariance) => {
      let sum = 0;
      for (let i = 0; i < fanIn; i++) sum += weightVariance * inputVariance;
      return sum;
    },
    'other-order': (fanIn, weightVariance, inputVariance) => weightVariance * (inputVariance * fanIn),
  }),
  ...of(t.varianceByDepth, {
    'running-product': (depth, fanIn, weightVariance, inputVariance) => {
      const variances: Vector = [];
      let v = inputVariance;
      for (let l = 0; l < depth; l++) {
        v = fanIn * weightVariance * v;
        variances.push(v);
      }
      return variances;
    },
    logarithms: (depth, fanIn, weightVariance, inputVariance) =>
      Array.from({ length: depth }, (_, l) =>
        Math.exp((l + 1) * (Math.log(fanIn) + Math.log(weightVariance)) + Math.log(inputVariance)),
      ),
  }),
];
