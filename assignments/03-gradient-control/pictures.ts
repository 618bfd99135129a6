import type { Picture, Point, Series } from '../../grader/kit.ts';
import { clipByNorm, clipByValue, type Norm } from '../../reference/nets/clipping.ts';
import type { Vector } from '../../reference/numerics/types.ts';
import { type Parameters, parametersOf } from './parameters.ts';

const gradient: Vector = [2.6, 1.2];
const limit = 1;

const arrow = (label: string, [x = 0, y = 0]: Vector, labelAt: Point = [x + 0.08, y]): Series => ({
  label,
  labelAt,
  points: [
    [0, 0],
    [x, y],
  ],
  style: 'arrow',
});

/** What clipping by value leaves: the square between −1 and 1. */
const square: readonly Point[] = [
  [-1, -1],
  [1, -1],
  [1, 1],
  [-1, 1],
  [-1, -1],
];

/** Where the norm is 1. */
const unitBalls: { readonly [N in Norm]: { readonly name: string; readonly points: readonly Point[] } } = {
  l2: {
    name: 'circle of radius 1',
    points: Array.from({ length: 91 }, (_, i) => {
      const angle = (2 * Math.PI * i) / 90;
      return [Math.cos(angle), Math.sin(angle)] as const;
    }),
  },
  l1: {
    name: 'square that stands on its corner',
    points: [
      [1, 0],
      [0, 1],
      [-1, 0],
      [0, -1],
      [1, 0],
    ],
  },
  max: { name: 'side of the same square', points: square },
};

const outline = (points: readonly Point[]): Series => ({ label: '', points, style: 'outline' });
const shortly = (values: Vector): string => values.map((value) => Number(value.toFixed(2))).join(', ');

/** What both kinds of clipping do to one gradient, by the norm that is asked for. */
export function picturesUnder({ norm }: Parameters): Readonly<Record<string, Picture>> {
  const ball = unitBalls[norm];
  const clipped = clipByNorm(gradient, limit, norm);
  return {
    'clipping.svg': {
      title: 'g, clipped by value and by norm',
      description: `A gradient (${shortly(gradient)}). Clipped by value at 1 it becomes (1, 1) and points elsewhere; clipped by norm it keeps its direction and ends on the ${ball.name}.`,
      x: { label: 'g₁', domain: [-1.3, 3.1] },
      y: { label: 'g₂', domain: [-1.2, 1.5] },
      series: [
        ...(norm === 'max' ? [] : [outline(ball.points)]),
        outline(square),
        arrow('g', gradient),
        arrow('[−1, 1]', clipByValue(gradient, limit)),
        // Beneath the arrow: at its tip the longer one goes on.
        arrow('‖g‖ ≤ 1', clipped, [0.35, 0]),
      ],
    },
  };
}

export const pictures = picturesUnder(parametersOf());
