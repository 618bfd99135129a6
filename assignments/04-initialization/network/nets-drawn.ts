import { RngSeed, remembered } from '../../../grader/kit.ts';
import { createRng } from '../../../reference/numerics/rng.ts';
import type { WideAndTall } from '../initializers/generators.ts';
import type { NetworkArgs } from '../reference.ts';
import { mostSizes } from './domain.ts';
import { type NetKind, unequal } from './nets.ts';

/** What a report asks of nets: the layers of one as in `unequal`, and others all over the domain. */
export interface NetsInput extends WideAndTall {
  /** Where the sizes of the others are drawn from. */
  readonly sizes: number;
}

/** So many nets of one weight. */
const singles = 40;

/**
 * The sizes of all nets: layers wide and tall; nets of small layers, of two to twenty sizes; of equal sizes, from one to some
 * forty; nets that begin or end with many units; and nets of one weight.
 */
function sizesFrom(base: number, seed: number): number[][] {
  const { uniform } = createRng(seed);
  const within = (low: number, high: number): number =>
    Math.min(high, Math.floor(low * ((high + 1) / low) ** uniform()));
  const any = (length: number): number[] => Array.from({ length }, () => within(1, 24));
  const equal = (size: number, length: number): number[] => new Array<number>(length).fill(size);
  return [
    unequal(base),
    any(mostSizes),
    any(mostSizes),
    ...[2, 3, 4, 5, within(6, 7), within(8, 15), within(16, 19)].map(any),
    equal(1, mostSizes),
    ...[2, 3, 4, 5, within(6, 7), within(8, 15)].map((size) => equal(size, mostSizes + 1 - within(1, 6))),
    equal(within(16, 24), 6),
    equal(within(34, 40), 5),
    [1000, within(1, 4)],
    [within(1, 4), 1000],
    [1000, within(1, 2), 1000],
    [within(2, 4), within(512, 999), within(1, 4)],
    [within(256, 511), within(2, 4), within(128, 255), within(1, 6), within(64, 127)],
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
