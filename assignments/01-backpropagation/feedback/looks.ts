import { decades, type Look, look, lookCalls } from '../../../grader/kit.ts';
import { type Parameters, parametersOf } from '../parameters.ts';
import type { BackpropagationTasks } from '../reference.ts';
import en from './looks.en.json' with { type: 'json' };
import ru from './looks.ru.json' with { type: 'json' };
import { chainOf, productsOf } from './products.ts';

const depth = 50;
const weights = [0.5, 1, 2, 4, 8];
const styles = ['solid', 'dashed', 'dotted', 'dashdot', 'solid'] as const;

/** The lecture's product of N factors, by the student's own function. */
export function looks({ chainFactors }: BackpropagationTasks, given?: Partial<Parameters>): readonly Look[] {
  const isSigmoid = parametersOf(given).activation === 'sigmoid';
  const words = (of: typeof en) => (isSigmoid ? of.sigmoid : of.any);
  return [
    look({
      id: 'factors',
      asks: [
        lookCalls(
          chainFactors,
          weights.map((weight) => [chainOf(weight, depth), 1]),
        ),
      ],
      draw([all]) {
        const series = all.map((factors, i) => ({
          label: `w = ${weights[i]}`,
          points: productsOf(factors),
          style: styles[i]!,
        }));
        const least = all.map((factors) => Math.abs(factors.at(-1) ?? Number.NaN).toPrecision(2));
        return {
          drawing: {
            x: { label: 'N', domain: [1, depth] },
            y: { label: '∏ |φ′(z)·w|', domain: decades(series), scale: 'log' },
            series,
          },
          values: Object.fromEntries(least.map((factor, i) => [`w${String(weights[i]).replace('.', '')}`, factor])),
        };
      },
      words: { en: words(en), ru: words(ru) },
    }),
  ];
}
