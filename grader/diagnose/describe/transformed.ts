import { type Data, isList, isRecord } from '../../kit.ts';
import type { Row } from '../names/evidence.ts';
import { isSameShape, leavesOf } from '../names/leaves.ts';
import { numberText } from './factor.ts';
import { areVaried, type Described, described, isNear, leastRows, type Pair, pairsOf, termsOf } from './numbers.ts';

/** By what is answered, where x is the right number. */
const functions: Readonly<Record<string, (x: number) => number>> = {
  'x²': (x) => x * x,
  '√x': Math.sqrt,
  '|x|': Math.abs,
  '1 / x': (x) => 1 / x,
  '1 − x': (x) => 1 - x,
  'e^x': Math.exp,
  'ln x': Math.log,
};

/** Every number is the same function of the right one. */
export function functionOf(pairs: readonly Pair[]): Described | undefined {
  if (pairs.length < leastRows || !areVaried(pairs.flatMap(({ right }) => right))) return undefined;
  const found = Object.entries(functions).find(([, f]) =>
    pairs.every(({ row, right, yours }) => right.every((x, i) => isNear(f(x), yours[i]!, termsOf(row, yours)))),
  );
  return found && described('function-of-the-right', { formula: found[0] });
}

/** Every number is the right one plus one and the same. */
export function offsetOf(pairs: readonly Pair[]): Described | undefined {
  const right = pairs.flatMap((pair) => pair.right);
  const offsets = pairs.flatMap((pair) => pair.yours.map((y, i) => y - pair.right[i]!));
  const [first = 0] = offsets;
  if (pairs.length < leastRows || !areVaried(right) || first === 0 || !Number.isFinite(first)) return undefined;
  const isSame = right.every((x, i) => isNear(x + first, x + offsets[i]!));
  // Beside numbers that are much larger, an offset has few digits of its own.
  const exact = offsets.toSorted((a, b) => Math.abs(a) - Math.abs(b))[0] ?? first;
  return isSame && Math.abs(exact) > 1e-6 ? described('offset', { offset: numberText(exact) }) : undefined;
}

/** One number everywhere, whatever is asked. */
export function constantOf(rows: readonly Row[]): Described | undefined {
  const answered = rows.filter(({ received }) => received !== undefined);
  const numbers = answered.flatMap(({ received }) => leavesOf(received)).map(({ x }) => x);
  const [first] = numbers;
  // A number that is none is no constant: whatever is asked, it comes out. An empty list holds none.
  const isNan = ({ received }: Row): boolean => {
    const leaves = leavesOf(received);
    return leaves.length > 0 && leaves.every(({ x }) => Number.isNaN(x));
  };
  if (answered.length >= leastRows && answered.every(isNan)) return described('nan-everywhere');
  const isConstant = first !== undefined && numbers.every((x) => Object.is(x, first));
  if (answered.length < rows.length || answered.length < leastRows || !isConstant) return undefined;
  const right = answered.flatMap((row) => leavesOf(row.right)).map(({ x }) => x);
  return areVaried(right) ? described('constant', { value: String(first) }) : undefined;
}

type Reordering = (list: readonly Data[]) => readonly Data[];

const reorderings: Readonly<Record<string, Reordering>> = {
  reversed: (list) => list.toReversed(),
  'one-later': (list) => [...list.slice(-1), ...list.slice(0, -1)],
  'one-earlier': (list) => [...list.slice(1), ...list.slice(0, 1)],
  'first-everywhere': (list) => list.map(() => list[0]),
  'last-everywhere': (list) => list.map(() => list.at(-1)),
  'first-missing': (list) => list.slice(1),
  'last-missing': (list) => list.slice(0, -1),
};

/** The right numbers in other places: of the outermost list, or of every list that has no other in it. */
export function orderOf(rows: readonly Row[]): Described | undefined {
  const answered = rows.filter(({ received }) => received !== undefined);
  if (answered.length < rows.length) return undefined;
  const levels = { outer: atTop, inner: atBottom };
  for (const [id, reorder] of Object.entries(reorderings)) {
    for (const [level, apply] of Object.entries(levels)) {
      if (isExplained(answered, (right) => apply(right, reorder)))
        return described(level === 'outer' ? id : `${id}-inner`);
    }
  }
  return isExplained(answered, transposed) ? described('transposed') : sameEverywhere(answered);
}

/** All entries of each list are one and the same, and the right one of some entry of it. */
function sameEverywhere(rows: readonly Row[]): Described | undefined {
  const lists = rows.filter(({ right }) => isList(right) && right.length > 1);
  const places = lists.map((row): readonly number[] => {
    const { right, received } = row;
    if (!isList(right) || !isList(received) || received.length !== right.length) return [];
    const [first] = received;
    if (!received.every((entry) => areAlike(row, entry, first))) return [];
    return right.flatMap((entry, i) => (areAlike(row, entry, first) ? [i] : []));
  });
  const common = places.reduce((some, others) => some.filter((i) => others.includes(i)), places[0] ?? []);
  const [index] = common;
  return lists.length >= leastRows && index !== undefined && lists.some(({ isWrong }) => isWrong)
    ? described('same-everywhere', { index: String(index) })
    : undefined;
}

function areAlike(row: Row, a: Data, b: Data): boolean {
  const [some, others] = [leavesOf(a), leavesOf(b)];
  return isSameShape(some, others) && some.every(({ x }, i) => isNear(x, others[i]!.x, termsOf(row, [])));
}

/** Whether all answers are what becomes of the right ones, and enough of these become another. */
function isExplained(rows: readonly Row[], change: (right: Data) => Data): boolean {
  return (
    rows.filter(({ isWrong }) => isWrong).length >= leastRows &&
    rows.every((row) => {
      const [pair] = pairsOf([{ ...row, right: change(row.right) }]) ?? [];
      return pair?.right.every((x, i) => isNear(x, pair.yours[i]!, termsOf(row, pair.right)));
    })
  );
}

const atTop = (value: Data, reorder: Reordering): Data => {
  if (isList(value)) return reorder(value);
  return isRecord(value)
    ? Object.fromEntries(Object.entries(value).map(([key, field]) => [key, isList(field) ? reorder(field) : field]))
    : value;
};

function atBottom(value: Data, reorder: Reordering): Data {
  if (isList(value)) {
    const isInner = value.some((entry) => isList(entry) || isRecord(entry));
    return isInner ? value.map((entry) => atBottom(entry, reorder)) : reorder(value);
  }
  return isRecord(value)
    ? Object.fromEntries(Object.entries(value).map(([key, field]) => [key, atBottom(field, reorder)]))
    : value;
}

function transposed(value: Data): Data {
  if (isList(value)) {
    const rows = value.filter(isList);
    const isMatrix = rows.length > 0 && rows.length === value.length && rows.every((row) => typeof row[0] === 'number');
    return isMatrix ? rows[0]!.map((_, j) => rows.map((row) => row[j])) : value.map(transposed);
  }
  return isRecord(value)
    ? Object.fromEntries(Object.entries(value).map(([key, field]) => [key, transposed(field)]))
    : value;
}
