import * as fc from 'fast-check';
import { RngSeed } from '../../../grader/kit.ts';
import type { InitializerArgs } from '../reference.ts';

/** Numbers with few digits, so that a counterexample can be checked by hand: k/10 between the two. */
export const tenths = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min: Math.round(10 * min), max: Math.round(10 * max) }).map((k) => k / 10);

/**
 * A state of the generator, each as likely. fast-check by itself would take small numbers every other time, and half of
 * all reports would look at the same few streams: what is derived for independent draws says nothing about these.
 */
export const seed: fc.Arbitrary<number> = fc.noBias(fc.integer({ min: 0, max: 2 ** 32 - 1 }));

/** As many states of the generator as a law needs, all different; 2^32 follow one another in a ring. */
export const statesFrom = (first: number, count: number): RngSeed[] =>
  Array.from({ length: count }, (_, i) => new RngSeed((first + i) % 2 ** 32));

/**
 * States from which uniform() gives exactly 0 as the third or the tenth number. Box & Muller's method as it is often
 * written takes the logarithm of every other one.
 */
export const statesWithZero = [509048037, 56496010];

/** One layer of a few weights: single rows, single columns and single weights among them. */
export const smallLayer: fc.Arbitrary<InitializerArgs> = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }), seed)
  .map(([fanIn, fanOut, state]) => [fanIn, fanOut, new RngSeed(state)]);

/** Two layers of 3·base² weights each: three times as many inputs as outputs, and the other way round. */
export interface WideAndTall {
  readonly base: number;
  readonly first: number;
}

export const wideAndTall: fc.Arbitrary<WideAndTall> = fc.record({
  base: fc.integer({ min: 54, max: 58 }),
  first: seed,
});

/** Of nets it is asked which initializer each layer has. How well that one does is asked of itself, with twice the weights. */
export const unequalNets: fc.Arbitrary<WideAndTall> = fc.record({
  base: fc.integer({ min: 38, max: 42 }),
  first: seed,
});

/** The fans of these two: where fan-in and fan-out are the same, no one can tell which of them was meant. */
export const fansOf = ({ base }: WideAndTall): readonly (readonly [fanIn: number, fanOut: number])[] => [
  [3 * base, base],
  [base, 3 * base],
];
