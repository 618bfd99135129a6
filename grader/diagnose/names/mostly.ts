import type { Misconception, Task } from '../../kit.ts';
import { type Described, described } from '../describe/numbers.ts';
import type { Agrees } from './agreement.ts';
import { distinct, type Row } from './evidence.ts';
import { explains } from './names.ts';

/** A mistake that explains such a share of the wrong answers, and so many of them, is what they come from. */
const [leastShare, leastWrong] = [0.9, 20];

/**
 * The known mistake that explains nearly all wrong answers, with their number: with < in place of <= one mistake has two
 * answers where both sides are equal. What is said is a count, and so it is true of whoever is told.
 */
export function mostlyOf(
  rows: readonly Row[],
  task: Task,
  misconceptions: readonly Misconception[],
  agrees: Agrees,
): Described | undefined {
  const wrong = distinct(rows).filter(({ isWrong }) => isWrong);
  const counted = misconceptions.map((one) => {
    const explained = wrong.filter((row) => explains(one.answer, [row], task, agrees));
    // One number for everything, as 0, is answered by many mistakes for many reasons.
    const isTelling = new Set(explained.map(({ received }) => JSON.stringify(received))).size >= 3;
    return { id: one.id, count: isTelling ? explained.length : 0 };
  });
  const [best, second] = counted.toSorted((a, b) => b.count - a.count);
  if (best === undefined || best.count < Math.max(leastWrong, leastShare * wrong.length)) return undefined;
  if (second?.count === best.count) return undefined;
  const [count, of] = [String(best.count), String(wrong.length)];
  return count === of
    ? described('only-one-mistake', { of }, { first: best.id })
    : described('mostly-one-mistake', { count, of }, { first: best.id });
}
