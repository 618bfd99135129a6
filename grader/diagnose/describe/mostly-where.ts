import type { Data, Task } from '../../kit.ts';
import type { Row } from '../names/evidence.ts';
import { conditionsOf, leastEach, sizesOf } from './conditions.ts';
import { type Described, described } from './numbers.ts';
import { text } from './where.ts';

/**
 * Of a region that is at most half of what was asked, chance would put so many wrong answers in it once in a million times;
 * one whose borders were drawn around the wrong answers has to be wrong in half of its answers as well.
 */
const [largestPart, leastBits, leastShare] = [0.5, 20, 0.5];

/** Where all wrong answers are, though some there are right by chance: everywhere else all are right. */
export function mostlyWhere(rows: readonly Row[], { parameters }: Pick<Task, 'parameters'>): Described | undefined {
  const wrong = rows.filter(({ isWrong }) => isWrong);
  if (wrong.length < leastEach) return undefined;
  const holding = conditionsOf(rows, parameters).map(({ id, of, value = '', holds }) => ({
    ...{ id, values: { of, value } },
    holds,
    least: 0,
  }));
  const bordered = sizesOf(rows, parameters).flatMap(({ id, of, value }) => {
    const sizes = wrong.map(({ args }) => value(args));
    if (sizes.some((x) => x === undefined || !Number.isFinite(x))) return [];
    const [from, to] = [Math.min(...(sizes as number[])), Math.max(...(sizes as number[]))];
    const isWithin = (low: number, high: number) => (args: readonly Data[]) => {
      const x = value(args);
      return x !== undefined && x >= low && x <= high;
    };
    return [
      { id: `${id}-from`, values: { of, from: text(from) }, holds: isWithin(from, Infinity), least: leastShare },
      { id: `${id}-to`, values: { of, to: text(to) }, holds: isWithin(-Infinity, to), least: leastShare },
      {
        id: `${id}-between`,
        values: { of, from: text(from), to: text(to) },
        holds: isWithin(from, to),
        least: leastShare,
      },
    ];
  });
  let best: { readonly size: number; readonly described: Described } | undefined;
  for (const { id, values, holds, least } of [...holding, ...bordered]) {
    const size = rows.filter(({ args }) => holds(args)).length;
    const isSmall = size <= largestPart * rows.length && size < (best?.size ?? Infinity);
    const isTelling = wrong.length * Math.log2(rows.length / size) >= leastBits && wrong.length >= least * size;
    if (isSmall && isTelling && wrong.every(({ args }) => holds(args)))
      best = { size, described: described(`mostly-where-${id}`, values) };
  }
  return best?.described;
}
