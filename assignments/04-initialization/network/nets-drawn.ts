import { RngSeed, remembered } from '../../../grader/kit.ts';
import { createRng } from '../../../reference/rng.ts';
import type { WideAndTall } from '../initializers/generators.ts';
import type { NetworkArgs } from '../reference.ts';
import { type NetKind, unequal } from './nets.ts';

/** What a report asks of nets: the layers of one as in `unequal`, and others all over the domain. */
export interface NetsInput extends WideAndTall {
  /** Where the sizes of the others are drawn from. */
  readonly sizes: number;
}

/** 2 to 20 sizes have a net, in the domain. */
export const mostSizes = 20;

/** A unit's inputs, by classes, in each of them log-uniform. */
const widths = [
  [1, 1],
  [2, 3],
  [4, 9],
  [10, 20],
  [36, 40],
] as const;

/** So many layers of one weight, each a net. */
const singles = 60;

/**
 * The sizes of all nets: layers wide and tall; nets of small layers, from three sizes to twenty; nets of equal sizes, from
 * one to some forty; nets of two sizes, the largest among them; and nets of one weight.
 */
function sizesFrom(base: number, seed: number): number[][] {
  const { uniform } = createRng(seed);
  const within = (low: number, high: number): number =>
    Math.min(high, Math.floor(low * ((high + 1) / low) ** uniform()));
  const lengths = [mostSizes, mostSizes, within(3, 5), within(6, 9), within(10, 13), within(14, 19)];
  const any = lengths.map((length) => Array.from({ length }, () => within(1, 24)));
  const equal = widths.flatMap(([low, high]) => {
    const length = high > 30 ? 5 : mostSizes - within(0.5, 4);
    return [new Array<number>(length).fill(within(low, high))];
  });
  const few = (): number => within(1, 4);
  return [
    unequal(base),
    ...any,
    ...equal,
    [1000, few()],
    [few(), 1000],
    ...Array.from({ length: singles }, () => [1, 1]),
  ];
}

export const sizesOf = remembered(({ base, sizes }: NetsInput): readonly number[][] => sizesFrom(base, sizes));

/** Each net for each activation, in turns; each from a state of its own. */
export function netCalls(kinds: readonly NetKind[], input: NetsInput): NetworkArgs[] {
  let state = input.first;
  return sizesOf(input).flatMap((sizes) =>
    kinds.map(({ activation }): NetworkArgs => [[...sizes], activation, new RngSeed(state++ % 2 ** 32)]),
  );
}
