import { curve, type Figure, histogram, lookCalls, type Point, pictureAt } from '../../../grader/kit.ts';
import { createRng } from '../../../reference/numerics/rng.ts';
import { type Parameters, pairOf, parametersOf } from '../parameters.ts';
import type { SaturationTasks } from '../reference.ts';
import en from './figures.en.json' with { type: 'json' };
import ru from './figures.ru.json' with { type: 'json' };

const units = 300;
const bars = 32;
const domain = [-8, 8] as const;
const grid = curve((z) => z, ...domain).map(([z]) => z);
/** So high is a bar that holds all units. */
const scale = 2;

/** Where units are on the curve as their inputs grow, and how many of them are saturated. */
export function figures({ value, saturatedFraction }: SaturationTasks, given?: Partial<Parameters>): readonly Figure[] {
  const parameters = parametersOf(given);
  const { code } = pairOf(parameters).second;
  const { normal } = createRng(1998);
  const z = Array.from({ length: units }, normal);
  return [
    {
      sliders: [{ id: 'std', from: 0.1, to: 8, step: 0.1, at: 1 }],
      words: { en, ru },
      look({ std = 1 }) {
        const spread = z.map((one) => std * one);
        return pictureAt({
          asks: [
            lookCalls(
              value,
              grid.map((one): [number] => [one]),
            ),
            lookCalls(saturatedFraction, [[code, spread, parameters.threshold]]),
          ],
          draw: ([values, [share = 0]]) => ({
            drawing: {
              x: { label: 'z', domain },
              y: { label: `${code}(z)`, domain: [-1.5, 1.5] },
              series: [
                { label: code, points: values.map((a, i): Point => [grid[i]!, a]), style: 'solid', of: value.id },
                {
                  label: 'units',
                  labelAt: [3.5, -1.3],
                  points: histogram(spread, domain, bars, 1 / scale).map(([x, y]): Point => [x, scale * y - 1.5]),
                  style: 'filled',
                },
              ],
            },
            values: { std: String(std), share: (100 * share).toFixed(0), threshold: String(parameters.threshold) },
          }),
        });
      },
    },
  ];
}
