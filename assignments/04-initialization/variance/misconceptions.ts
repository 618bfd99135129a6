import { type Misconception, misconceptions as of } from '../../../grader/kit.ts';
import { layerVariance, productVariance, varianceByDepth } from '../../../reference/statistics/variance.ts';
import type { InitializationTasks } from '../reference.ts';

/** Of the variance of a product, of a layer, and by depth. */
export const varianceMisconceptions = (t: InitializationTasks): readonly Misconception[] => [
  ...of(t.productVariance, {
    'product-of-variances': (w, x) => w.variance * x.variance,
    'product-means-not-squared': (w, x) => x.mean * w.variance + w.mean * x.variance + w.variance * x.variance,
    'product-means-of-their-own': (w, x) =>
      w.mean ** 2 * w.variance + x.mean ** 2 * x.variance + w.variance * x.variance,
    'product-plus-means': (w, x) => productVariance(w, x) + w.mean * x.mean,
    'product-second-moment': (w, x) => productVariance(w, x) + (w.mean * x.mean) ** 2,
    'product-to-first-order': (w, x) => x.mean ** 2 * w.variance + w.mean ** 2 * x.variance,
    'product-as-std': (w, x) => Math.sqrt(productVariance(w, x)),
    'product-as-sum': (w, x) => w.variance + x.variance,
    'product-relative-variances': (w, x) =>
      (w.mean * x.mean) ** 2 * ((1 + w.variance / w.mean ** 2) * (1 + x.variance / x.mean ** 2) - 1),
  }),
  ...of(t.layerVariance, {
    'layer-without-n': (_, weights, inputs) => weights * inputs,
    'layer-n-squared': (n, weights, inputs) => n ** 2 * weights * inputs,
    'layer-root-of-n': (n, weights, inputs) => Math.sqrt(n) * weights * inputs,
    'layer-of-the-mean': (n, weights, inputs) => (weights * inputs) / n,
    'layer-as-std': (n, weights, inputs) => Math.sqrt(layerVariance(n, weights, inputs)),
    'layer-as-sum': (n, weights, inputs) => n * (weights + inputs),
  }),
  ...of(t.varianceByDepth, {
    'depth-with-the-input': (depth, n, weights, inputs) => [inputs, ...varianceByDepth(depth, n, weights, inputs)],
    'depth-from-the-input': (depth, n, weights, inputs) => [inputs, ...varianceByDepth(depth - 1, n, weights, inputs)],
    'depth-last-left-out': (depth, n, weights, inputs) => varianceByDepth(depth - 1, n, weights, inputs),
    'depth-last-only': (depth, n, weights, inputs) => varianceByDepth(depth, n, weights, inputs).slice(-1),
    'depth-without-input-variance': (depth, n, weights) => varianceByDepth(depth, n, weights, 1),
    'depth-linear': (depth, n, weights, inputs) =>
      varianceByDepth(depth, n, weights, inputs).map((_, l) => (l + 1) * n * weights * inputs),
    'depth-without-n': (depth, _, weights, inputs) => varianceByDepth(depth, 1, weights, inputs),
    'depth-one-n-for-all': (depth, n, weights, inputs) => varianceByDepth(depth, 1, weights, n * inputs),
    'depth-n-squared': (depth, n, weights, inputs) => varianceByDepth(depth, n ** 2, weights, inputs),
    'depth-as-std': (depth, n, weights, inputs) => varianceByDepth(depth, n, weights, inputs).map(Math.sqrt),
    'depth-input-variance-every-time': (depth, n, weights, inputs) =>
      varianceByDepth(depth, n, weights, inputs).map((_, l) => (n * weights * inputs) ** (l + 1)),
  }),
];
