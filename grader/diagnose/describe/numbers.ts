import type { Row } from '../names/evidence.ts';
import { isSameShape, leavesOf } from '../names/leaves.ts';

/** What is seen of a function's answers, without a name: a key of the grader's catalogue, and what stands in its places. */
export interface Described {
  readonly id: string;
  readonly values: Readonly<Record<string, string>>;
  /** The ids of known mistakes whose titles stand in other places. */
  readonly mistakes?: Readonly<Record<string, string>>;
  /** What is said of all answers holds for the wrong ones alone. */
  readonly isOfWrong?: true;
}

export const described = (
  id: string,
  values: Described['values'] = {},
  mistakes?: NonNullable<Described['mistakes']>,
): Described => ({ id, values, ...(mistakes && { mistakes }) });

/** The numbers of one answer beside the right ones, place by place. */
export interface Pair {
  readonly row: Row;
  readonly right: readonly number[];
  readonly yours: readonly number[];
}

/** Fewer answers than these show no rule. */
export const leastRows = 5;

/** The answers with all their numbers; undefined where one has another shape, or none. */
export function pairsOf(rows: readonly Row[]): readonly Pair[] | undefined {
  const pairs: Pair[] = [];
  for (const row of rows) {
    if (row.received === undefined) return undefined;
    const [right, yours] = [leavesOf(row.right), leavesOf(row.received)];
    if (!isSameShape(right, yours)) return undefined;
    pairs.push({ row, right: right.map(({ x }) => x), yours: yours.map(({ x }) => x) });
  }
  return pairs;
}

/** Equal but for rounding; `scale` is the size of the terms that may have cancelled. */
export const isNear = (a: number, b: number, scale = 0): boolean => {
  if (Object.is(a, b) || a === b) return true;
  // An infinite number is near to nothing but itself.
  const tolerance = 1e-9 * Math.max(Math.abs(a), Math.abs(b)) + cancelled * scale;
  return tolerance < Infinity && Math.abs(a - b) <= tolerance;
};

/** Of terms that may have cancelled so much is lost, relative to the largest number of an answer. */
const cancelled = 1e-12;

/** The size of an answer's terms that may have cancelled; what rounding may do besides counts as well. */
export const termsOf = ({ room = 0 }: Pick<Row, 'room'>, numbers: readonly number[]): number =>
  Math.max(scaleOf(numbers), room / cancelled);

/** The largest number of a list, in size; of one number alone nothing cancels. */
export const scaleOf = (numbers: readonly number[]): number =>
  numbers.length < 2 ? 0 : Math.max(0, ...numbers.map((x) => Math.abs(x)).filter(Number.isFinite));

/** At least so many of these differ from each other. */
export const areVaried = (numbers: readonly number[], least = 3): boolean => new Set(numbers).size >= least;
