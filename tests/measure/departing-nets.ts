import type { RandomStream } from '../../reference/numerics/rng.ts';
import type { Matrix } from '../../reference/numerics/types.ts';
import { by, he, logistic, type Net, student } from './departing-tools.ts';

const std = { tanh: (a: number, b: number) => Math.sqrt(2 / (a + b)), relu: he } as const;
const layersBy =
  (
    weight: (
      rng: RandomStream,
      fanIn: number,
      fanOut: number,
      l: number,
      last: number,
      activation: 'tanh' | 'relu',
    ) => number,
    bias: (rng: RandomStream) => number = () => 0,
  ): Net =>
  (sizes, activation, rng) =>
    sizes.slice(1).map((fanOut, l) => ({
      weights: by(() => weight(rng, sizes[l]!, fanOut, l, sizes.length - 2, activation as 'tanh' | 'relu'))(
        sizes[l]!,
        fanOut,
        rng,
      ),
      biases: Array.from({ length: fanOut }, () => bias(rng)),
    }));
const scaledNet = (
  scale: (fanIn: number, fanOut: number, l: number, last: number, activation: string) => number,
): Net =>
  layersBy((rng, a, b, l, last, activation) => scale(a, b, l, last, activation) * std[activation](a, b) * rng.normal());

/** Nets that are right but for one thing. */
export const nets: Readonly<Record<string, Net>> = {
  'last layer half as wide': scaledNet((_, __, l, last) => (l === last ? 0.5 : 1)),
  'first layer twice': scaledNet((_, __, l) => (l === 0 ? Math.SQRT2 : 1)),
  'twelfth layer half': scaledNet((_, __, l) => (l === 11 ? 0.5 : 1)),
  'from the sixteenth layer on half': scaledNet((_, __, l) => (l > 14 ? 0.5 : 1)),
  'each layer a little wider': scaledNet((_, __, l) => 1 + 0.1 * l),
  'twice for equal sizes': scaledNet((a, b) => (a === b ? Math.SQRT2 : 1)),
  'twice for one unit': scaledNet((_, b) => (b === 1 ? Math.SQRT2 : 1)),
  'twice for one input': scaledNet((a) => (a === 1 ? Math.SQRT2 : 1)),
  'twice beyond 100 inputs': scaledNet((a) => (a > 100 ? Math.SQRT2 : 1)),
  'twice in nets of two sizes': scaledNet((_, __, ___, last) => (last === 0 ? Math.SQRT2 : 1)),
  'twice in nets of more than ten sizes': scaledNet((_, __, ___, last) => (last > 9 ? Math.SQRT2 : 1)),
  'ReLU by the number of outputs': layersBy(
    (rng, a, b, _, __, activation) => (activation === 'relu' ? he(b) : std.tanh(a, b)) * rng.normal(),
  ),
  'Xavier in the last layer': layersBy(
    (rng, a, b, l, last, activation) => (l === last ? std.tanh(a, b) : std[activation](a, b)) * rng.normal(),
  ),
  logistic: layersBy((rng, a, b, _, __, activation) => std[activation](a, b) * logistic(rng)),
  'student, 10 degrees': layersBy((rng, a, b, _, __, activation) => std[activation](a, b) * student(10)(rng)),
  'mean of 0.1 std': layersBy((rng, a, b, _, __, activation) => std[activation](a, b) * (rng.normal() + 0.1)),
  'four decimals': layersBy((rng, a, b, _, __, activation) =>
    Number((std[activation](a, b) * rng.normal()).toFixed(4)),
  ),
  'tiny biases': layersBy(
    (rng, a, b, _, __, activation) => std[activation](a, b) * rng.normal(),
    () => 1e-12,
  ),
  'layers of one shape are one': (sizes, activation, rng) => {
    const known = new Map<string, Matrix>();
    return scaledNet(() => 1)(sizes, activation, rng).map(({ weights, biases }, l) => {
      const shape = `${sizes[l]}/${sizes[l + 1]}`;
      known.set(shape, known.get(shape) ?? weights);
      return { weights: known.get(shape)!.map((row) => [...row]), biases };
    });
  },
  'at most ten layers': (sizes, activation, rng) => scaledNet(() => 1)(sizes.slice(0, 11), activation, rng),
};
