import { RngSeed, remembered } from '../../../grader/kit.ts';
import { createRng } from '../../../reference/rng.ts';
import type { InitializerArgs } from '../reference.ts';
import { fansOf, type WideAndTall } from './generators.ts';

/** Layers of one pair of fans: small ones are asked for again and again, until they have weights enough, or are many. */
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

/** Fans are drawn by classes, in each of them log-uniformly: whatever depends on a size does so by its order of magnitude. */
const classes = [
  [1, 1],
  [2, 4],
  [5, 12],
  [13, 40],
  [41, 130],
  [131, 400],
  [401, 1000],
] as const;

/** As many weights has a pair of fans at least, in all copies. */
const leastWeights = 250;
/** So often are layers of one pair of fans asked for, at most: what only all small ones together show needs no more. */
const mostCopies = 60;
/** As many has a layer at most, but for the largest square. */
const mostWeights = 4000;
const largestSquare = [180, 190] as const;

/** Fans of one landmark each: the ends of the domain, where the other fan is drawn. */
const ends = [1, 1000] as const;

/** The pairs of fans: of each two classes one pair, of each class a square, the ends of the domain, and one large square. */
function pairsFrom(seed: number): (readonly [fanIn: number, fanOut: number])[] {
  const { uniform } = createRng(seed);
  const within = (low: number, high: number): number =>
    Math.min(high, Math.floor(low * ((high + 1) / low) ** uniform()));
  const pairs: (readonly [number, number])[] = [];
  for (const [low, high] of classes) {
    for (const [otherLow, otherHigh] of classes) {
      if (low * otherLow > mostWeights) continue;
      const fan = within(low, Math.min(high, Math.floor(mostWeights / otherLow)));
      const other = within(otherLow, Math.min(otherHigh, Math.floor(mostWeights / fan)));
      pairs.push([fan, other]);
    }
    const side = Math.floor(Math.sqrt(mostWeights));
    if (low > 1 && low <= side) {
      const square = within(low, Math.min(high, side));
      pairs.push([square, square]);
    }
  }
  const [one, most] = ends;
  const few = within(2, 6);
  const side = within(...largestSquare);
  pairs.push([one, most], [most, one], [most, few], [few, most], [side, side]);
  return pairs;
}

/** The layers wide and tall first, then the others. */
export const layersOf = remembered((input: Spread): readonly Layers[] => [
  ...fansOf(input).map(([fanIn, fanOut]) => ({ fanIn, fanOut, copies: 1 })),
  ...pairsFrom(input.fans).map(([fanIn, fanOut]) => ({
    fanIn,
    fanOut,
    copies: Math.min(mostCopies, Math.ceil(leastWeights / (fanIn * fanOut))),
  })),
]);

/** One call for each layer, the copies one after the other; each from a state of its own. */
export function layerCalls(input: Spread): InitializerArgs[] {
  let state = input.first;
  return layersOf(input).flatMap(({ fanIn, fanOut, copies }) =>
    Array.from({ length: copies }, (): InitializerArgs => [fanIn, fanOut, new RngSeed(state++ % 2 ** 32)]),
  );
}
