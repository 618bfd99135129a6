import type { Misconception } from '../kit.ts';
import { isNear, scaleOf } from './describe/numbers.ts';
import { isSameShape, leavesOf, type Row } from './evidence.ts';
import { localAnswer } from './local-answer.ts';

/** So many answers at least that only one of two mistakes explains. */
const leastOfEach = 3;

/** The numbers of one answer: right, the student's, and what each known mistake has. */
interface Numbers {
  readonly right: readonly number[];
  readonly yours: readonly number[];
  readonly ofMistakes: readonly (readonly number[] | undefined)[];
}

/** How two mistakes may come together in one number; NaN where they do not. */
type Together = (right: number, a: number, b: number) => number;
const together: readonly Together[] = [(right, a, b) => a + b - right, (right, a, b) => (a * b) / right];

/**
 * Two known mistakes at once that explain every number of every answer: here the one and there the other, or both in each,
 * as two factors or two terms. No two do where one alone would.
 */
export function mixtureOf(
  rows: readonly Row[],
  misconceptions: readonly Misconception[],
): readonly [Misconception, Misconception] | undefined {
  const numbers: Numbers[] = [];
  for (const { args, right, received, isWrong } of rows) {
    if (received === undefined) return undefined;
    const [expected, found] = [leavesOf(right), leavesOf(received)];
    if (!isSameShape(expected, found) || found.some(({ x }) => !Number.isFinite(x))) return undefined;
    const ofMistakes = misconceptions.map(({ answer }) => {
      const outcome = localAnswer(answer, args);
      const leaves = outcome.kind === 'value' ? leavesOf(outcome.value) : [];
      return isSameShape(expected, leaves) ? leaves.map(({ x }) => x) : undefined;
    });
    // What is right is for both to explain, too.
    numbers.push({
      right: expected.map(({ x }) => x),
      yours: isWrong ? found.map(({ x }) => x) : expected.map(({ x }) => x),
      ofMistakes,
    });
  }
  for (const [b, second] of misconceptions.entries()) {
    for (const [a, first] of misconceptions.slice(0, b).entries()) {
      if (isMixture(numbers, a, b) || together.some((of) => isTogether(numbers, a, b, of))) return [first, second];
    }
  }
  return undefined;
}

/** Every wrong number is the one's, or the other's; and some are only the one's, others only the other's. */
function isMixture(numbers: readonly Numbers[], a: number, b: number): boolean {
  const [onlyFirst, onlySecond] = [new Set<number>(), new Set<number>()];
  for (const { right, yours, ofMistakes } of numbers) {
    const [first, second] = [ofMistakes[a], ofMistakes[b]];
    if (first === undefined || second === undefined) return false;
    const scale = scaleOf(yours);
    for (const [i, y] of yours.entries()) {
      const [isFirst, isSecond] = [isNear(first[i]!, y, scale), isNear(second[i]!, y, scale)];
      if (!isFirst && !isSecond) return false;
      // What is right speaks for neither.
      if (isNear(right[i]!, y, scale)) continue;
      if (!isSecond) onlyFirst.add(y);
      if (!isFirst) onlySecond.add(y);
    }
  }
  return onlyFirst.size >= leastOfEach && onlySecond.size >= leastOfEach;
}

/** Both are in every number; and often enough neither alone explains it. */
function isTogether(numbers: readonly Numbers[], a: number, b: number, of: Together): boolean {
  let telling = 0;
  for (const { right, yours, ofMistakes } of numbers) {
    const [first, second] = [ofMistakes[a], ofMistakes[b]];
    if (first === undefined || second === undefined) return false;
    const scale = scaleOf(yours);
    for (const [i, y] of yours.entries()) {
      const [x, one, other] = [right[i]!, first[i]!, second[i]!];
      // Where one of the two is right, the other is seen alone.
      const both = one === x ? other : other === x ? one : of(x, one, other);
      if (!isNear(both, y, scale)) return false;
      if (!isNear(one, y, scale) && !isNear(other, y, scale)) telling += 1;
    }
  }
  return telling >= leastOfEach;
}
