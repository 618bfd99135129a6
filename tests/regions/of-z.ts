import { fromTable, single } from './survivors.ts';

type Scalar = (x: number) => number;

/** Right but for some z. */
export const ofZ = (right: Scalar) => ({
  'a-line-below-0.1': {
    where: (z: number) => Math.abs(z) < 0.1,
    answer: (z: number) => right(0) + z * (right(1e-6) - right(0)) * 1e6,
  },
  'the-value-at-0-below-0.05': { where: (z: number) => Math.abs(z) < 0.05, answer: () => right(0) },
  'a-slope-too-steep-below-0.01': { where: (z: number) => Math.abs(z) < 0.01, answer: (z: number) => right(2 * z) },
  'off-for-tiny': { where: (z: number) => z !== 0 && Math.abs(z) < 1e-6, answer: (z: number) => right(z) + 1e-3 },
  'off-for-tiny-negatives': { where: (z: number) => z < 0 && z > -1e-6, answer: (z: number) => right(z) + 1e-3 },
  'off-for-the-tiniest': { where: (z: number) => z !== 0 && Math.abs(z) < 1e-200, answer: () => 7 },
  'off-at-0': { where: (z: number) => z === 0, answer: () => 0.5 },
  'nan-at-minus-0': { where: (z: number) => Object.is(z, -0), answer: () => Number.NaN },
  'off-at-1': { where: (z: number) => z === 1, answer: () => right(1.001) },
  'off-at-minus-1': { where: (z: number) => z === -1, answer: () => right(-1.001) },
  'off-for-whole-numbers': {
    where: (z: number) => Number.isInteger(z) && z !== 0,
    answer: (z: number) => right(z) + 1e-6,
  },
  'off-between-the-tenths': {
    where: (z: number) => !Number.isInteger(Math.round(z * 1e9) / 1e8),
    answer: (z: number) => right(z) + 1e-9,
  },
  'table-of-tenths': fromTable(right, 1),
  'table-of-hundredths': fromTable(right, 2),
  'table-of-thousandths': fromTable(right, 3),
  'table-of-six-digits': fromTable(right, 6),
  'memo-by-four-digits': (z: number) => right(Number(z.toPrecision(4))),
  'single-precision-argument': (z: number) => right(single(z)),
  'a-half-for-negatives-near-0': { where: (z: number) => z < 0 && z > -0.05, answer: (z: number) => right(z / 2) },
  'off-from-3-to-4': { where: (z: number) => z > 3 && z < 4, answer: (z: number) => right(z) + 1e-9 },
  'off-from-minus-4-to-minus-3': { where: (z: number) => z < -3 && z > -4, answer: (z: number) => right(z) + 1e-9 },
  'off-from-20-to-50': { where: (z: number) => z > 20 && z < 50, answer: () => 0.7 },
  'off-from-minus-50-to-minus-20': { where: (z: number) => z < -20 && z > -50, answer: () => 0.7 },
  'off-from-50-to-300': { where: (z: number) => z > 50 && z < 300, answer: () => 0.7 },
  'nan-beyond-700': { where: (z: number) => z > 700, answer: () => Number.NaN },
  'nan-below-minus-700': { where: (z: number) => z < -700, answer: () => Number.NaN },
  'nan-beyond-20000': { where: (z: number) => Math.abs(z) > 20_000, answer: () => Number.NaN },
  'nan-beyond-1e200': { where: (z: number) => Math.abs(z) > 1e200, answer: () => Number.NaN },
});
