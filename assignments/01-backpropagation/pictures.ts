import { curve, type Picture } from '../../grader/kit.ts';
import { type Model, modelOf } from './model.ts';

const [from, to] = [-8, 8];

/** Half units around the values of all curves. */
function domainOf(curves: readonly Picture['series'][number]['points'][]): readonly [number, number] {
  const values = curves.flatMap((points) => points.map(([, y]) => y));
  const toHalves = (round: (x: number) => number, x: number): number => round(2 * x) / 2;
  return [toHalves(Math.floor, Math.min(0, ...values)), toHalves(Math.ceil, Math.max(...values))];
}

/** The activation function and its derivative. */
export function picturesOf({ activation, names }: Model): Readonly<Record<string, Picture>> {
  const { symbol, value, derivative } = activation;
  const curves = [curve(value, from, to), curve(derivative, from, to)] as const;
  const isSigmoid = names.activation === 'sigmoid';
  return {
    [`${names.activation}.svg`]: {
      title: `${symbol}(z) and ${symbol}′(z)`,
      description: isSigmoid
        ? 'The sigmoid rises from 0 to 1; its derivative is 0.25 at z = 0 and falls to almost 0 beyond |z| = 6.'
        : `The activation function ${activation.text} and its derivative, for z from ${from} to ${to}.`.replaceAll(
            '-',
            '−',
          ),
      x: { label: 'z', domain: [from, to] },
      y: { label: '', domain: domainOf(curves) },
      series: [
        { label: `${symbol}(z)`, points: curves[0], style: 'solid' },
        { label: `${symbol}′(z)`, points: curves[1], style: 'dashed' },
      ],
    },
  };
}

export const pictures = picturesOf(modelOf());
