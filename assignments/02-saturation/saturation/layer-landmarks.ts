import type { Landmark, Random } from '../../../grader/kit.ts';
import type { Vector } from '../../../reference/numerics/types.ts';
import { type ActivationPair, both, type ComparedActivation, isPlain } from '../activations/pair.ts';
import type { LayerArgs } from './layer-args.ts';
import { smallestThreshold } from './thresholds.ts';

type Layer = Landmark<LayerArgs>;

/** Layers by which of their units are saturated, and hardly so, for each of the two activations. */
export function layerLandmarks(pair: ActivationPair, longest: number): readonly Layer[] {
  const smallest = smallestThreshold(pair);
  return both(pair).flatMap((one) => [
    ...(isPlain(one) ? [atTheThreshold(one)] : []),
    ...patternsOf(longest).map(([id, pattern]) => byPattern(one, id, pattern)),
    ...[[smallest, smallest] as const, ...ranges.filter(([from]) => from >= smallest)].map((ends) =>
      byThreshold(one, ends),
    ),
  ]);
}

/** "Below" is not "at most": at 0 the slope is the steepest one, to the last digit. */
const atTheThreshold = ({ code, shape: { steepest } }: ComparedActivation): Layer => ({
  id: `${code}: a unit at 0 has the threshold for its slope`,
  place: () => [code, [0, 1, 0], steepest],
  isAt: ([name, units, threshold]) => name === code && threshold === steepest && units.includes(0),
});

/** Unit by unit: 1 if it is saturated. */
const patternsOf = (longest: number): readonly (readonly [id: string, pattern: string])[] => [
  ...['1', '0', '10', '01', '00100', '11011'].map((pattern) => [`saturated are ${pattern}`, pattern] as const),
  ['of the longest the first alone is saturated', '1'.padEnd(longest, '0')],
  ['of the longest the last alone is saturated', '1'.padStart(longest, '0')],
];

/** Each slope is four fifths of the threshold or six fifths, so that nothing near it stands for the slope. */
function around({ shape }: ComparedActivation, threshold: number, pattern: string, { next }: Random): Vector {
  const { steepest, pointOfShare } = shape;
  const [far, near] = [0.8, 1.2].map((times) => pointOfShare((times * threshold) / steepest)) as [number, number];
  return [...pattern].map((digit) => (next() < 0.5 ? -1 : 1) * (digit === '1' ? far : near));
}

function byPattern(one: ComparedActivation, id: string, pattern: string): Layer {
  const { code, shape } = one;
  return {
    id: `${code}: ${id}`,
    place([, , given], random) {
      const threshold = given < 0.8 * shape.steepest ? given : shape.steepest / 2;
      return [code, around(one, threshold, pattern, random), threshold];
    },
    isAt: ([name, units, threshold]) =>
      name === code && units.map((z) => Number(shape.derivative(z) < threshold)).join('') === pattern,
  };
}

/** Thresholds far below 1, which few units come near to unless they are put there. */
const ranges = [
  [1e-10, 1e-9],
  [1e-9, 1e-8],
  [1e-8, 1e-6],
  [1e-6, 1e-4],
  [1e-4, 1e-2],
] as const;

function byThreshold(one: ComparedActivation, [from, to]: readonly [number, number]): Layer {
  const { isAt, ...mark } = byPattern(one, `of two units one is below a threshold from ${from} to ${to}`, '10');
  return {
    ...mark,
    place(_, random) {
      const threshold = from * (to / from) ** random.next();
      return [one.code, around(one, threshold, '10', random), threshold];
    },
    isAt: (args) => isAt(args) && args[2] >= from && args[2] <= to,
  };
}
