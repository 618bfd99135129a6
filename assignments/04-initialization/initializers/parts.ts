import type { Violation } from '../../../grader/kit.ts';
import { Tally } from '../../../reference/weights/weight-tally.ts';
import { share } from '../alpha.ts';
import type { Layers } from './layers.ts';
import { firstOf } from './weights.ts';

/** Some of the weights that were drawn, summed up, and a call that drew some of them. */
export interface Part {
  readonly tally: Tally;
  readonly call: number;
  /** Where in the call's answer, if not all of it: `[2].weights`. */
  readonly path?: string;
}

/** The call is that of the part whose mean square is furthest from 1. Histograms are left out. */
export function together(parts: readonly Part[]): Part {
  const tally = new Tally();
  let [shown, furthest] = [parts[0], -1];
  for (const part of parts) {
    tally.merge(part.tally);
    const departure = Math.abs(part.tally.square() - 1) * Math.sqrt(part.tally.count);
    if (departure > furthest) [shown, furthest] = [part, departure];
  }
  return { tally, call: shown?.call ?? 0, ...(shown?.path !== undefined && { path: shown.path }) };
}

/** What parts have in common: an order, from which on or up to which something may hold, or a kind. */
export interface Alike<T> {
  readonly orders: readonly ((part: T) => number)[];
  readonly kinds: readonly ((part: T) => boolean)[];
}

/** The parts from each place on, and up to each place, in each order; and those of each kind. */
export function alikeAmong<T extends Part>(parts: readonly T[], { orders, kinds }: Alike<T>): Part[] {
  const ordered = orders.flatMap((of) => {
    const sorted = parts.toSorted((a, b) => of(a) - of(b));
    return [...beginnings(sorted), ...beginnings(sorted.toReversed())];
  });
  const ofKinds = kinds.map((is) => parts.filter(is)).filter(({ length }) => length > 0);
  return [...ordered, ...ofKinds.map(together)];
}

/** By so much has a beginning to be longer than the one before. */
const growth = 1.15;

/** The first two of the parts together, the first three, and so on, as far as they are longer by enough; not all of them. */
function beginnings(parts: readonly Part[]): Part[] {
  const found: Part[] = [];
  let [before] = parts;
  let count = 0;
  for (const part of parts.slice(1, -1)) {
    before = together([before!, part]);
    if (before.tally.count < growth * count) continue;
    count = before.tally.count;
    found.push(before);
  }
  return found;
}

/** Judges parts with a share of alpha: half of it goes to all weights together, the rest to the others alike. */
export function unlessEach(
  all: Part,
  others: readonly Part[],
  check: (part: Part, alpha: number) => Violation | undefined,
  alpha = share,
): Violation | undefined {
  const at = ({ call, path }: Part, violation: Violation | undefined): Violation | undefined =>
    violation && { ...(path !== undefined && { path }), ...violation, call };
  return at(all, check(all, alpha / 2)) ?? firstOf(others, (part) => at(part, check(part, alpha / 2 / others.length)));
}

/** The weights of one pair of fans. */
export interface LayersPart extends Part, Layers {
  /** In units of the standard deviation that they should have, a matrix after the other and a row after the other. */
  readonly units: Float64Array;
}
