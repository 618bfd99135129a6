import { type Figure, lookCalls, type Point, pictureAt, type Series } from '../../../grader/kit.ts';
import type { Vector } from '../../../reference/numerics/types.ts';
import type { GradientControlTasks } from '../reference.ts';
import en from './figures.en.json' with { type: 'json' };
import ru from './figures.ru.json' with { type: 'json' };

const limit = 1;
const reach = 3;

const arrow = (label: string, [x = 0, y = 0]: Vector, dy: number): Series => ({
  label,
  labelAt: [x + (x < 0 ? -0.9 : 0.12), y + dy] satisfies Point,
  points: [
    [0, 0],
    [x, y],
  ],
  style: 'arrow',
});

const written = (g: Vector): string => g.map((one) => Number(one.toFixed(2))).join(', ');

/** A gradient that is turned and stretched, and what the two clippings leave of it. */
export const figures = ({ clipByValue, clipByNorm }: GradientControlTasks): readonly Figure[] => [
  {
    sliders: [
      { id: 'norm', from: 0.2, to: reach, step: 0.1, at: 2.5 },
      { id: 'angle', from: 0, to: 355, step: 5, at: 25 },
    ],
    words: { en, ru },
    look({ norm = 1, angle = 0 }) {
      const radians = (angle * Math.PI) / 180;
      const g: Vector = [norm * Math.cos(radians), norm * Math.sin(radians)];
      return pictureAt({
        asks: [lookCalls(clipByValue, [[g, limit]]), lookCalls(clipByNorm, [[g, limit]])],
        draw: ([[byValue = []], [byNorm = []]]) => ({
          drawing: {
            x: { label: 'g₁', domain: [-1.5 * reach, 1.5 * reach] },
            y: { label: 'g₂', domain: [-reach, reach] },
            series: [
              arrow('g', g, 0),
              { ...arrow('by value', byValue, 0.3), of: clipByValue.id },
              { ...arrow('by norm', byNorm, -0.3), of: clipByNorm.id },
            ],
          },
          values: { g: written(g), value: written(byValue), norm: written(byNorm) },
        }),
      });
    },
  },
];
