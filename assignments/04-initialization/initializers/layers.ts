import { RngSeed, remembered } from '../../../grader/kit.ts';
import { createRng } from '../../../reference/numerics/rng.ts';
import type { InitializerArgs } from '../reference.ts';
import { mostFan, mostWeights } from './domain.ts';
import { fansOf, type WideAndTall } from './generators.ts';

/** Layers of one pair of fans: small ones are asked for again and again, until they have weights enough. */
export interface Layers {
  readonly fanIn: number;
  readonly fanOut: number;
  readonly copies: number;
}

/** What a report asks of an initializer: two layers as in `WideAndTall`, and others all over the domain. */
export interface Spread extends WideAndTall {
  /** Where the fans of the others are drawn from. */
  readonly fans: number;
}

/** So small that exact laws ask about them, and shrink what is wrong to a few weights. */
export const isSmall = (fanIn: number, fanOut: number): boolean => fanIn <= 6 && fanOut <= 6;

type Range = readonly [low: number, high: number];

/**
 * Fans are drawn by classes, of each two classes one pair: what depends on a size does so by its order of magnitude. Within
 * a class they go through its ranges by turns, so that each landmark of a size is met; in a range they are log-uniform.
 */
const classes: readonly (readonly Range[])[] = [
  [[1, 1]],
  [
    [2, 2],
    [3, 3],
    [4, 4],
  ],
  [
    [5, 5],
    [6, 7],
    [8, 15],
  ],
  [
    [16, 31],
    [32, 40],
  ],
  [
    [41, 63],
    [64, 127],
  ],
  [
    [128, 255],
    [256, 400],
  ],
  [
    [401, 511],
    [512, 999],
  ],
];

/** As many weights has a pair of fans at least, in all copies: then one whose variance is 2.25 times too large is seen by itself. */
const leastWeights = 400;
/** As many has a layer at most, but for the squares. */
const mostOfPair = 5000;
const largestSquare: Range = [Math.floor(0.95 * Math.sqrt(mostWeights)), Math.floor(Math.sqrt(mostWeights))];

/** Of each two classes one pair of fans, the ends of the domain, and of each class a square. */
function pairsFrom(seed: number): (readonly [fanIn: number, fanOut: number])[] {
  const { uniform } = createRng(seed);
  const within = ([low, high]: Range): number => Math.min(high, Math.floor(low * ((high + 1) / low) ** uniform()));
  const pairs: (readonly [number, number])[] = [];
  const turn = Math.floor(6 * uniform());
  for (const [i, ranges] of classes.entries()) {
    for (const [j, others] of classes.entries()) {
      const [low, high] = ranges[(j + turn) % ranges.length]!;
      const [otherLow, otherHigh] = others[(i + turn) % others.length]!;
      if (low * otherLow > mostOfPair) continue;
      const fanIn = within([low, Math.min(high, Math.floor(mostOfPair / otherLow))]);
      pairs.push([fanIn, within([otherLow, Math.min(otherHigh, Math.floor(mostOfPair / fanIn))])]);
    }
  }
  const few = (): number => within([2, 4]);
  pairs.push([1, mostFan], [mostFan, 1], [few(), mostFan], [mostFan, few()]);
  const squares: readonly Range[] = [[2, 4], [5, 15], [16, 40], [41, 80], largestSquare];
  return [...pairs, ...squares.map(within).map((side) => [side, side] as const)];
}

/** The layers wide and tall first, then the others; the last is the largest. */
export const layersOf = remembered((input: Spread): readonly Layers[] => [
  ...fansOf(input).map(([fanIn, fanOut]) => ({ fanIn, fanOut, copies: 1 })),
  ...pairsFrom(input.fans).map(([fanIn, fanOut]) => ({
    fanIn,
    fanOut,
    copies: Math.ceil(leastWeights / (fanIn * fanOut)),
  })),
]);

/** One call for each layer, the copies one after the other; each from a state of its own. */
export function layerCalls(input: Spread): InitializerArgs[] {
  let state = input.first;
  return layersOf(input).flatMap(({ fanIn, fanOut, copies }) =>
    Array.from({ length: copies }, (): InitializerArgs => [fanIn, fanOut, new RngSeed(state++ % 2 ** 32)]),
  );
}
