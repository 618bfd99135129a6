import { fromTable, single } from './survivors.ts';

type Scalar = (x: number) => number;

/** Right but for some activations, between the bounds. */
export const ofActivation = (right: Scalar, lower: number, upper: number) => ({
  'table-of-tenths': fromTable(right, 1),
  'table-of-hundredths': fromTable(right, 2),
  'table-of-thousandths': fromTable(right, 3),
  'single-precision-argument': (a: number) => right(single(a)),
  'off-at-the-upper-end': { where: (a: number) => a === upper, answer: () => 0.25 },
  'off-at-the-lower-end': { where: (a: number) => a === lower, answer: () => 0.25 },
  'off-at-0': { where: (a: number) => a === 0, answer: () => 0.25 },
  'off-next-to-the-upper-end': { where: (a: number) => a > upper - 0.01 && a < upper, answer: () => 0 },
  'off-just-below-the-upper-end': { where: (a: number) => a > upper - 1e-6 && a < upper, answer: () => 0.25 },
  'off-just-above-the-lower-end': { where: (a: number) => a < lower + 1e-6 && a > lower, answer: () => 0.25 },
  'off-near-0': { where: (a: number) => a !== 0 && Math.abs(a) < 0.01, answer: (a: number) => right(a) + 1e-3 },
  'off-for-tiny': { where: (a: number) => a !== 0 && Math.abs(a) < 1e-6, answer: () => 0.5 },
  'nan-at-minus-0': { where: (a: number) => Object.is(a, -0), answer: () => Number.NaN },
  'off-at-a-half': { where: (a: number) => a === 0.5, answer: (a: number) => right(a) * 1.001 },
  'off-from-0.6-to-0.7': { where: (a: number) => a > 0.6 && a < 0.7, answer: (a: number) => right(a) + 1e-9 },
});
