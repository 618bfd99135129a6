import { decades, type Figure, lookCalls, pictureAt } from '../../../grader/kit.ts';
import type { BackpropagationTasks } from '../reference.ts';
import en from './figures.en.json' with { type: 'json' };
import ru from './figures.ru.json' with { type: 'json' };
import { chainOf, productsOf } from './products.ts';

/** The product of a chain's factors, as its weights grow and as it gets deeper. */
export const figures = ({ chainFactors }: BackpropagationTasks): readonly Figure[] => [
  {
    sliders: [
      { id: 'weight', from: 0.25, to: 8, step: 0.25, at: 2 },
      { id: 'depth', from: 1, to: 50, step: 1, at: 20 },
    ],
    words: { en, ru },
    look: ({ weight = 2, depth = 20 }) =>
      pictureAt({
        asks: [lookCalls(chainFactors, [[chainOf(weight, depth), 1]])],
        draw([[factors = []]]) {
          const points = productsOf(factors);
          const product = factors.reduce((all, factor) => all * Math.abs(factor), 1);
          return {
            drawing: {
              x: { label: 'N', domain: [1, Math.max(depth, 2)] },
              y: {
                label: '∏ |φ′(z)·w|',
                domain: decades([{ points }]),
                scale: 'log',
              },
              series: [{ label: `w = ${weight}`, points, style: 'solid' }],
            },
            values: { weight: String(weight), depth: String(depth), product: product.toPrecision(3) },
          };
        },
      }),
  },
];
