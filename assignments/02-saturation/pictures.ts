import { curve, type Picture, type Series } from '../../grader/kit.ts';
import { both, type ComparedActivation } from './activations/pair.ts';
import { type Parameters, pairOf, parametersOf } from './parameters.ts';
import { rounded } from './variant/number-text.ts';

const [from, to] = [-6, 6];

/** As a label has it: tanh z, and φ(z). */
const ofZ = ({ code, symbol }: ComparedActivation, prime = ''): string =>
  code === 'tanh' || code === 'arctan' ? `${symbol.text}${prime} z` : `${symbol.text}${prime}(z)`;

const lines = (
  one: ComparedActivation,
  [value, slope]: readonly [Series['style'], Series['style']],
): readonly Series[] => [
  { label: ofZ(one), points: curve(one.shape.activate, from, to), style: value },
  { label: ofZ(one, '′'), points: curve(one.shape.derivative, from, to), style: slope },
];

/** Where it passes 0, how steeply, and what is left of that at the edge of the picture. */
const described = (one: ComparedActivation): string =>
  `${one.symbol.text} passes through ${rounded(one.shape.activate(0), 3)} with slope ${rounded(one.shape.steepest, 3)}`;

/** To the next half, for numbers at the axis that are read at a glance. */
const outwards = (x: number): number => (Math.sign(x) * Math.ceil(2 * Math.abs(x) - 1e-9)) / 2;

/** The two functions and their derivatives. */
export function picturesUnder(parameters: Parameters): Readonly<Record<string, Picture>> {
  const { first, second } = pairOf(parameters);
  const shapes = both({ first, second }).map(({ shape }) => shape);
  const lowest = Math.min(...shapes.map(({ bounds }) => bounds[0]));
  const highest = Math.max(...shapes.flatMap(({ bounds, steepest }) => [bounds[1], steepest]));
  const left = Math.max(...shapes.map(({ derivative, steepest }) => derivative(5) / steepest));
  return {
    'saturation.svg': {
      title: `${first.symbol.text}, ${second.symbol.text} and their derivatives`,
      description: `${described(second)}, ${described(first).replace('passes ', '')}; beyond |z| = 5 ${left < 0.05 ? 'both derivatives are close to 0' : `a derivative is at most ${rounded(left, 2)} of its largest`}.`,
      x: { label: 'z', domain: [from, to] },
      y: { label: '', domain: [outwards(lowest), outwards(highest)] },
      series: [...lines(first, ['solid', 'dashed']), ...lines(second, ['dashdot', 'dotted'])],
    },
  };
}

export const pictures = picturesUnder(parametersOf());
