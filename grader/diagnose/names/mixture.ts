import type { Misconception } from '../../kit.ts';
import { isNear, termsOf } from '../describe/numbers.ts';
import { localAnswer } from '../local-answer.ts';
import { distinct, type Row } from './evidence.ts';
import { isSameShape, leavesOf } from './leaves.ts';

/** So many answers at least that only one of two mistakes explains. */
const leastOfEach = 3;

/**
 * And such a share of the wrong ones: at a border, where two sizes are equal, other formulas happen to give the same number,
 * and who has one mistake would be told of two.
 */
const leastShare = 0.1;

/** Longer than any answer. */
const longest = 1e9;

/** One number of an answer: right, the student's, and what each of two mistakes has in its place. */
interface Numbers {
  readonly right: number;
  readonly yours: number;
  readonly first: number;
  readonly second: number;
  /** The size of the terms that may have cancelled. */
  readonly scale: number;
  /** What it belongs to: its answer, and the field of it. */
  readonly row: Row;
  readonly field: string;
}

/** A way in which two mistakes may come together. */
interface Mixture {
  /** Whether it explains one more number. */
  readonly explains: (numbers: Numbers) => boolean;
  /** Whether neither of the two alone would have explained what was seen so far. */
  readonly isTold: () => boolean;
}

/**
 * Every part is the one's as a whole, or the other's: every answer, or every field of all answers. Number by number two
 * mistakes that do too little would explain whoever does nothing.
 */
const oneOrTheOther = (partOf: (numbers: Numbers) => Row | string) => (): Mixture => {
  const parts = new Map<Row | string, { isFirst: boolean; isSecond: boolean; readonly wrong: Set<Row> }>();
  return {
    explains(numbers) {
      const { right, yours, first, second, scale } = numbers;
      const key = partOf(numbers);
      const part = parts.get(key) ?? { isFirst: true, isSecond: true, wrong: new Set<Row>() };
      parts.set(key, part);
      part.isFirst &&= isNear(first, yours, scale);
      part.isSecond &&= isNear(second, yours, scale);
      // What is right speaks for neither.
      if (!isNear(right, yours, scale)) part.wrong.add(numbers.row);
      return part.isFirst || part.isSecond;
    },
    isTold() {
      const all = [...parts.values()];
      const count = (some: typeof all): number => new Set(some.flatMap(({ wrong }) => [...wrong])).size;
      const onlyFirst = all.filter(({ isSecond }) => !isSecond);
      const onlySecond = all.filter(({ isFirst }) => !isFirst);
      return Math.min(count(onlyFirst), count(onlySecond)) >= Math.max(leastOfEach, leastShare * count(all));
    },
  };
};

/** Both are in every number; and often enough neither alone explains it. */
const bothAtOnce =
  (of: (right: number, a: number, b: number) => number, isSilent: (numbers: Numbers) => boolean = () => false) =>
  (): Mixture => {
    const telling = new Set<number>();
    return {
      explains(numbers) {
        const { right, yours, first, second, scale } = numbers;
        if (isSilent(numbers)) return first !== 0 || second !== 0 || yours === 0;
        // Where one of the two is right, the other is seen alone.
        const both = first === right ? second : second === right ? first : of(right, first, second);
        if (!isNear(both, yours, scale)) return false;
        if (!isNear(first, yours, scale) && !isNear(second, yours, scale)) telling.add(yours);
        return true;
      },
      isTold: () => telling.size >= leastOfEach,
    };
  };

const mixtures: readonly (() => Mixture)[] = [
  oneOrTheOther(({ row }) => row),
  oneOrTheOther(({ field }) => field),
  bothAtOnce((right, a, b) => a + b - right),
  // Of a product nothing is seen where the right answer is 0.
  bothAtOnce(
    (right, a, b) => (a * b) / right,
    ({ right }) => right === 0,
  ),
];

/**
 * Two known mistakes at once that explain every number of every answer: here the one and there the other, or both in each,
 * as two factors or two terms. No two do where one alone would.
 */
export function mixtureOf(
  rows: readonly Row[],
  misconceptions: readonly Misconception[],
): readonly [Misconception, Misconception] | undefined {
  let left = misconceptions.flatMap((second, b) =>
    misconceptions
      .slice(0, b)
      .flatMap((first) => mixtures.map((make) => ({ pair: [first, second] as const, mixture: make() }))),
  );
  // Wrong answers tell most, and the short ones cost least: soon hardly any two mistakes are left to be asked about.
  const effort = ({ isWrong, right }: Row): number => leavesOf(right).length + (isWrong ? 0 : longest);
  for (const row of distinct(rows).toSorted((a, b) => effort(a) - effort(b))) {
    const [right, given] = [leavesOf(row.right), row.received === undefined ? [] : leavesOf(row.received)];
    if (!isSameShape(right, given) || given.some(({ x }) => !Number.isFinite(x))) return undefined;
    // What is right is for both to explain, too.
    const yours = row.isWrong ? given : right;
    const scale = termsOf(
      row,
      yours.map(({ x }) => x),
    );
    const known = new Map<Misconception, readonly number[] | undefined>();
    const answerOf = (one: Misconception): readonly number[] | undefined => {
      if (!known.has(one)) {
        const outcome = localAnswer(one.answer, row.args);
        const leaves = outcome.kind === 'value' ? leavesOf(outcome.value) : [];
        known.set(one, isSameShape(right, leaves) ? leaves.map(({ x }) => x) : undefined);
      }
      return known.get(one);
    };
    left = left.filter(({ pair, mixture }) => {
      const [first, second] = pair.map(answerOf);
      return yours.every(({ x }, i) =>
        first && second
          ? mixture.explains({
              ...{ right: right[i]!.x, yours: x, first: first[i]!, second: second[i]! },
              ...{ scale, row, field: right[i]!.fields },
            })
          : false,
      );
    });
    if (left.length === 0) return undefined;
  }
  return left.find(({ mixture }) => mixture.isTold())?.pair;
}
