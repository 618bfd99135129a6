import type { Layer } from '../../../reference/numerics/types.ts';

/** Two layers of two units, of numbers that no two factors share: 0.4 · 0.5 would leave open which of them is missing. */
export const twoByTwo: Layer[] = [
  {
    weights: [
      [0.7, -0.4],
      [0.3, 1.1],
    ],
    biases: [0.2, -0.1],
  },
  {
    weights: [
      [-1.3, 0.9],
      [0.8, 1.6],
    ],
    biases: [0.4, -0.2],
  },
];
