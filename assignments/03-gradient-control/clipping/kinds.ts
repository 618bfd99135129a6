import { globalNorm, type Norm } from '../../../reference/nets/clipping.ts';
import type { Vector } from '../../../reference/numerics/types.ts';
import type { Gradients } from './landmarks.ts';

export const scaled = (values: Vector, factor: number): Vector => values.map((value) => value * factor);

/** As many numbers, all of them small but the last, whose norm is what that of a whole list is. */
const lastOfMany = Array.from({ length: 1000 }, (_, i) => (i === 999 ? 7 : 0.01));

export const oneVector = (norm: Norm): Gradients<Vector> => ({
  normOf: (gradient) => globalNorm([gradient], norm),
  scaled,
  nudged: ([first = 0, ...rest], share) => [first * (1 + share), ...rest],
  whole: [[3, -4], [5], [-2, 3, 6], [0, -5, 12], [-1, -1, 1, 1]],
  telling: {
    'many zeros': lastOfMany.map(() => 0),
    'equal entries': [0.8, 0.8, 0.8],
    'of many entries the last alone is large': lastOfMany,
    'all entries are negative': [-2, -0.5, -3],
    'one entry, which is negative': [-2],
  },
});

export const manyVectors = (norm: Norm): Gradients<Vector[]> => ({
  normOf: (all) => globalNorm(all, norm),
  scaled: (all, factor) => all.map((one) => scaled(one, factor)),
  nudged: (all, share) => all.map((one, k) => (k === 0 ? scaled(one, 1 + share) : one)),
  whole: [
    [[3], [-4]],
    [[0, 0], [-5]],
    [[-2, 3], [6]],
    [[0, -5], [0], [12]],
  ],
  telling: {
    'many zeros': [lastOfMany.map(() => 0)],
    'equal vectors': [
      [0.8, -0.3],
      [0.8, -0.3],
      [0.8, -0.3],
    ],
    'of many entries the last alone is large': [lastOfMany],
    'of many vectors the last alone is large': lastOfMany.slice(-100).map((value) => [value]),
    'an empty vector first': [[], [3, -4]],
    'an empty vector last': [[3, -4], []],
    'all entries are negative': [[-2], [-0.5, -3]],
  },
});
