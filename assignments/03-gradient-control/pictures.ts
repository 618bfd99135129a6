import type { Picture, Series } from '../../grader/contract.ts';
import { clipByNorm, clipByValue } from '../../reference/clipping.ts';
import type { Vector } from '../../reference/types.ts';

const gradient: Vector = [2.6, 1.2];
const limit = 1;

const arrow = (label: string, [x = 0, y = 0]: Vector): Series => ({
  label,
  points: [
    [0, 0],
    [x, y],
  ],
  style: 'arrow',
});

/** Points of the circle of radius 1. */
const circle = Array.from({ length: 91 }, (_, i) => {
  const angle = (2 * Math.PI * i) / 90;
  return [Math.cos(angle), Math.sin(angle)] as const;
});

export const pictures: Readonly<Record<string, Picture>> = {
  'clipping.svg': {
    title: 'g, clipped by value and by norm',
    description:
      'A gradient (2.6, 1.2). Clipped by value at 1 it becomes (1, 1) and points elsewhere; clipped by norm it keeps its direction and ends on the circle of radius 1.',
    x: { label: 'g₁', domain: [-1.3, 3.1] },
    y: { label: 'g₂', domain: [-1.2, 1.5] },
    series: [
      { label: '', points: circle, style: 'outline' },
      {
        label: '',
        points: [
          [-1, -1],
          [1, -1],
          [1, 1],
          [-1, 1],
          [-1, -1],
        ],
        style: 'outline',
      },
      arrow('g', gradient),
      arrow('[−1, 1]', clipByValue(gradient, limit)),
      arrow('‖g‖ ≤ 1', clipByNorm(gradient, limit)),
    ],
  },
};
