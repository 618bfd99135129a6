import type { tasks } from '../../assignments/03-gradient-control/reference.ts';
import { mutants, type NamedAnswer } from '../../grader/kit.ts';
import { fromTable, single } from './survivors.ts';

type Scalar = (x: number) => number;
const isMinusZero = (x: number): boolean => Object.is(x, -0);
const nan = (): number => Number.NaN;

/** Right but for some z. */
const ofZ = (right: Scalar) => ({
  'off-from-20-on': { where: (z: number) => z > 20, answer: (z: number) => right(z) * 0.999 },
  'off-beyond-1e6': { where: (z: number) => z > 1e6, answer: () => 1e6 },
  'off-below-minus-1e6': { where: (z: number) => z < -1e6, answer: (z: number) => z },
  'off-below-minus-20': { where: (z: number) => z < -20, answer: (z: number) => right(z) - 1 },
  'nan-beyond-1e100': { where: (z: number) => Math.abs(z) > 1e100, answer: nan },
  'off-for-tiny': { where: (z: number) => z !== 0 && Math.abs(z) < 1e-10, answer: () => 0.5 },
  'off-for-tiny-positives': { where: (z: number) => z > 0 && z < 1e-20, answer: () => 0.5 },
  'off-for-tiny-negatives': { where: (z: number) => z < 0 && z > -1e-20, answer: (z: number) => 0.01 + z },
  'nan-at-minus-0': { where: isMinusZero, answer: nan },
  'nan-at-0': { where: (z: number) => Object.is(z, 0), answer: nan },
  'off-at-1': { where: (z: number) => z === 1, answer: () => 0.5 },
  'off-at-minus-1': { where: (z: number) => z === -1, answer: () => 0.5 },
  'off-for-whole-numbers': {
    where: (z: number) => Number.isInteger(z) && Math.abs(z) > 1,
    answer: (z: number) => right(z) + 0.5,
  },
  'off-just-above-0': { where: (z: number) => z > 0 && z < 0.05, answer: () => 0.7 },
  'off-just-below-0': { where: (z: number) => z < 0 && z > -0.05, answer: () => 0.7 },
  'off-from-2-to-3': { where: (z: number) => z > 2 && z < 3, answer: (z: number) => right(z) + 1e-6 },
  'off-from-minus-3-to-minus-2': { where: (z: number) => z < -2 && z > -3, answer: (z: number) => right(z) + 1e-6 },
});

export const reluRegions = (t: ReturnType<typeof tasks>): readonly NamedAnswer[] => [
  ...mutants(t.relu, {
    ...ofZ(t.relu.answer),
    'table-of-tenths': fromTable(t.relu.answer, 1),
    'table-of-six-digits': fromTable(t.relu.answer, 6),
    relu6: (z) => Math.min(6, Math.max(0, z)),
    'relu-1e9': (z) => Math.min(1e9, Math.max(0, z)),
    'single-precision': (z) => single(Math.max(0, z)),
  }),
  ...mutants(t.reluDerivative, {
    ...ofZ(t.reluDerivative.answer),
    'of-relu6': (z) => Number(z > 0 && z < 6),
    'beyond-1': (z) => Number(z > 1),
    'beyond-0.1': (z) => Number(z > 0.1),
    'beyond-1e-12': (z) => Number(z > 1e-12),
    'of-relu-1e9': (z) => Number(z > 0 && z < 1e9),
    'at-minus-1e-12': (z) => Number(z > -1e-12),
  }),
];
