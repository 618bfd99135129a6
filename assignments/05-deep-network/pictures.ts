import type { Picture, Point } from '../../grader/kit.ts';
import { layerStatistics } from '../../reference/deep-network.ts';
import { type Initializer, standardUniform } from '../../reference/initializers.ts';
import { createRng } from '../../reference/rng.ts';
import { initialize } from '../../reference/training.ts';
import type { Matrix } from '../../reference/types.ts';
import { type Phi, phisOf } from './activations.ts';
import { digitsOf } from './digits/digits.ts';
import { reluDepth } from './digits/runs.ts';
import { type Parameters, parametersOf } from './parameters.ts';
import { plainly } from './variant/fresh-nets.ts';
import { numbersIn } from './variant/number-words.ts';

const nets = 5;
/** A few of the digits: the lines do not look different with all of them. */
const shown = 60;

/** The std of the activations in each hidden layer: the geometric mean over some fresh nets, for it spans decades. */
function decay(sizes: readonly number[], inputs: Matrix, phi: Phi, initializer: Initializer): Point[] {
  const rng = createRng(1);
  const statistics = Array.from({ length: nets }, () =>
    layerStatistics(initialize(sizes, initializer, rng), phi, inputs),
  );
  return sizes.slice(1, -1).map((_, l) => {
    const logarithms = statistics.map((layers) => Math.log(layers[l]!.std));
    return [l + 1, Math.exp(logarithms.reduce((sum, x) => sum + x, 0) / nets)];
  });
}

const last = (points: readonly Point[]): number => points.at(-1)![1];

/** What the statement shows of nets that have just been drawn. */
export function picturesOf(given?: Partial<Parameters>): Readonly<Record<string, Picture>> {
  const parameters = parametersOf(given);
  const { symmetric, relu } = phisOf(parameters);
  const { width, classes } = parameters;
  const depth = reluDepth(parameters);
  const inputs = digitsOf(parameters).training.inputs.slice(0, shown);
  const sizes = [inputs[0]!.length, ...Array.from({ length: depth }, () => width), classes];
  const line = (phi: Phi, initializer: Initializer): Point[] => decay(sizes, inputs, phi, initializer);
  const [he, xavier] = [line(relu, relu.normal), line(symmetric, symmetric.normal)];
  const [odd, positive] = [line(symmetric, standardUniform), line(relu, standardUniform)];
  const kept = Math.min(...[...he, ...xavier].map(([, std]) => std));
  const [layers, name] = [numbersIn.en(depth), symmetric.name];
  return {
    'statistics.svg': {
      title: `std(a) in ${layers} hidden layers`,
      description: `The standard deviation of the activations of fresh nets on the digits, on a logarithmic axis. With He for ReLU and Xavier for ${name} it stays above ${Math.floor(10 * kept) / 10} through all ${layers} layers; with the standard initialization it falls to about ${plainly(last(odd), 1)} for ${name} and ${plainly(last(positive), 1)} for ReLU.`,
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

export const pictures = picturesOf();
