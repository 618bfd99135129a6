import type { tasks } from '../../assignments/02-saturation/reference.ts';
import { mutants, type NamedAnswer } from '../../grader/kit.ts';
import { single } from './survivors.ts';

/** Right but for some depths, and for some thresholds. */
export function boundAndPointRegions(t: ReturnType<typeof tasks>): readonly NamedAnswer[] {
  const bound = t.gradientBound.answer;
  const point = t.saturationPoint.answer;
  return [
    ...mutants(t.gradientBound, {
      'one-layer-for-none': (code, depth) => bound(code, depth || 1),
      'nothing-for-none': { where: (_, depth) => depth === 0, answer: () => 0 },
      'nothing-for-none-of-tanh': { where: (code, depth) => code === 'tanh' && depth === 0, answer: () => 0 },
      'nothing-for-none-of-sigmoid': { where: (code, depth) => code === 'sigmoid' && depth === 0, answer: () => 0 },
      'two-layers-for-one': { where: (_, depth) => depth === 1, answer: (code) => bound(code, 2) },
      'no-more-than-60': (code, depth) => bound(code, Math.min(60, depth)),
      'no-more-than-100': (code, depth) => bound(code, Math.min(100, depth)),
      'no-more-than-300': (code, depth) => bound(code, Math.min(300, depth)),
      'nan-beyond-500': { where: (_, depth) => depth > 500, answer: () => Number.NaN },
      'nan-at-1000': { where: (_, depth) => depth === 1000, answer: () => Number.NaN },
      'nan-where-it-is-0': { where: (code, depth) => bound(code, depth) === 0, answer: () => Number.NaN },
      'at-least-the-machine-epsilon': (code, depth) => Math.max(Number.EPSILON, bound(code, depth)),
      'at-least-1e-300': (code, depth) => Math.max(1e-300, bound(code, depth)),
      'rounded-to-12-decimals': (code, depth) => Number(bound(code, depth).toFixed(12)),
      'slow-decay-for-tanh': (code, depth) => (code === 'tanh' ? (1 - 1e-9) ** depth : bound(code, depth)),
      'single-precision': (code, depth) => single(bound(code, depth)),
      'wrong-for-two': { where: (_, depth) => depth === 2, answer: (code) => bound(code, 1) },
      'wrong-for-the-even-ones-beyond-ten': {
        where: (_, depth) => depth > 10 && depth % 2 === 0,
        answer: (code, depth) => bound(code, depth + 1) * 0.99,
      },
    }),
    ...mutants(t.saturationPoint, {
      'bisection-up-to-20': (code, threshold) => Math.min(20, point(code, threshold)),
      'bisection-up-to-10': (code, threshold) => Math.min(10, point(code, threshold)),
      'bisection-up-to-22': (code, threshold) => Math.min(22, point(code, threshold)),
      'bisection-from-0.1': (code, threshold) => Math.max(0.1, point(code, threshold)),
      'bisection-from-0.01': (code, threshold) => Math.max(0.01, point(code, threshold)),
      'bisection-from-0.003': (code, threshold) => Math.max(0.003, point(code, threshold)),
      'bisection-to-1e-6': (code, threshold) => Number(point(code, threshold).toFixed(6)),
      'bisection-to-1e-4': (code, threshold) => Number(point(code, threshold).toFixed(4)),
      'off-for-thresholds-below-1e-8': {
        where: (_, threshold) => threshold < 1e-8,
        answer: (code) => point(code, 1e-8),
      },
      'off-for-thresholds-below-1e-9': {
        where: (_, threshold) => threshold < 1e-9,
        answer: (code) => point(code, 1e-9),
      },
      'off-for-1e-10': { where: (_, threshold) => threshold === 1e-10, answer: () => 20 },
      'off-for-half-the-steepest': {
        where: (code, threshold) => threshold === (code === 'tanh' ? 0.5 : 0.125),
        answer: (code, threshold) => point(code, threshold) * 1.01,
      },
      'off-near-the-steepest': {
        where: (code, threshold) => threshold > 0.99 * (code === 'tanh' ? 1 : 0.25),
        answer: () => 0,
      },
      'off-next-to-the-steepest': {
        where: (code, threshold) => threshold > 0.9999 * (code === 'tanh' ? 1 : 0.25),
        answer: () => 0,
      },
      'off-where-tanh-is-saturated': {
        where: (code, threshold) => code === 'tanh' && threshold < 1e-5,
        answer: (_, threshold) => -Math.log(threshold) / 2,
      },
      'plain-logarithm-for-the-sigmoid-below-1e-4': {
        where: (code, threshold) => code === 'sigmoid' && threshold < 1e-4,
        answer: (_, threshold) => -Math.log(threshold) + 1e-4,
      },
      'table-of-hundredths': (code, threshold) => point(code, Math.max(0.01, Number(threshold.toFixed(2)))),
      'between-hundredths-of-the-steepest': {
        where: (code, threshold) => {
          const part = (threshold / (code === 'tanh' ? 1 : 0.25)) * 100;
          return part > 2 && part < 98 && Math.abs(part - Math.round(part)) > 1e-9;
        },
        answer: (code, threshold) => point(code, threshold) * 1.001,
      },
      'off-from-1e-3-to-1e-2': {
        where: (_, threshold) => threshold > 1e-3 && threshold < 1e-2,
        answer: (code, threshold) => point(code, threshold) * 1.01,
      },
      'off-from-1e-5-to-1e-4': {
        where: (_, threshold) => threshold > 1e-5 && threshold < 1e-4,
        answer: (code, threshold) => point(code, threshold) * 1.01,
      },
      'off-from-1e-8-to-1e-6': {
        where: (_, threshold) => threshold > 1e-8 && threshold < 1e-6,
        answer: (code, threshold) => point(code, threshold) * 1.01,
      },
    }),
  ];
}
