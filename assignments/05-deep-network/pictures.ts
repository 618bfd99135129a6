import type { Picture, Point } from '../../grader/kit.ts';
import { reluDepth } from './digits/runs.ts';
import { type Parameters, parametersOf } from './parameters.ts';
import { type FreshNets, freshNets } from './variant/fresh-nets.ts';
import { said, writtenOut } from './variant/said.ts';

const last = (points: readonly Point[]): number => points.at(-1)![1];

/** One digit, in decimals, as far as eight places have them. */
const plainly = (value: number): string => value.toFixed(Math.min(8, Math.max(0, -Math.floor(Math.log10(value)))));

/** What the statement shows of nets that have just been drawn. */
export function picturesOf(
  parameters: Parameters = parametersOf(),
  nets: readonly FreshNets[] = freshNets(parameters),
): Readonly<Record<string, Picture>> {
  const depth = reluDepth(parameters);
  const line = (isRelu: boolean, asked: FreshNets['way']): Point[] =>
    nets.find(({ phi, way }) => phi.isRelu === isRelu && way === asked)!.stds.map((std, l) => [l + 1, std]);
  const [he, xavier] = [line(true, 'He'), line(false, 'Xavier')];
  const [odd, positive] = [line(false, 'standard'), line(true, 'standard')];
  const kept = Math.min(...[...he, ...xavier].map(([, std]) => std));
  const [layers, name] = [writtenOut(said.en.numbers, depth), nets[0]!.phi.name];
  return {
    'statistics.svg': {
      title: `std(a) in ${layers} hidden layers`,
      description: `The standard deviation of the activations of fresh nets on the digits, on a logarithmic axis. With He for ReLU and Xavier for ${name} it stays above ${Math.floor(10 * kept) / 10} through all ${layers} layers; with the standard initialization it falls to about ${plainly(last(odd))} for ${name} and ${plainly(last(positive))} for ReLU.`,
      x: { label: 'l', domain: [1, depth] },
      y: { label: 'std(a)', domain: [10 ** Math.floor(Math.log10(last(positive))), 1], scale: 'log' },
      series: [
        { label: 'ReLU, He', points: he, style: 'solid' },
        { label: `${name}, Xavier`, points: xavier, style: 'dashdot' },
        { label: `${name}, U(±1/√n)`, points: odd, style: 'dashed' },
        { label: 'ReLU, U(±1/√n)', points: positive, style: 'dotted' },
      ],
    },
  };
}

/** Drawn when somebody looks: twenty nets of each kind take a while. */
export const pictures: Readonly<Record<string, Picture>> = {
  get 'statistics.svg'() {
    return picturesOf()['statistics.svg']!;
  },
};
