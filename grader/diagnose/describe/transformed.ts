import { type Data, isList, isRecord, type Task } from '../../kit.ts';
import { isSameShape, leavesOf, type Row } from '../evidence.ts';
import { localAnswer } from '../local-answer.ts';
import { numberText } from './factor.ts';
import { areVaried, type Described, described, isNear, leastRows, type Pair, pairsOf, scaleOf } from './numbers.ts';

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
    pairs.every(({ right, yours }) => right.every((x, i) => isNear(f(x), yours[i]!, scaleOf(yours)))),
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
  const places = lists.map(({ right, received }): readonly number[] => {
    if (!isList(right) || !isList(received) || received.length !== right.length) return [];
    const [first] = received;
    if (!received.every((entry) => areAlike(entry, first))) return [];
    return right.flatMap((entry, i) => (areAlike(entry, first) ? [i] : []));
  });
  const common = places.reduce((some, others) => some.filter((i) => others.includes(i)), places[0] ?? []);
  const [index] = common;
  return lists.length >= leastRows && index !== undefined && lists.some(({ isWrong }) => isWrong)
    ? described('same-everywhere', { index: String(index) })
    : undefined;
}

function areAlike(a: Data, b: Data): boolean {
  const [some, others] = [leavesOf(a), leavesOf(b)];
  return isSameShape(some, others) && some.every(({ x }, i) => isNear(x, others[i]!.x));
}

/** Whether all answers are what becomes of the right ones, and enough of these become another. */
function isExplained(rows: readonly Row[], change: (right: Data) => Data): boolean {
  const expected = rows.map((row) => ({ ...row, right: change(row.right) }));
  const pairs = pairsOf(expected);
  return (
    rows.filter(({ isWrong }) => isWrong).length >= leastRows &&
    pairs?.every(({ right, yours }) => right.every((x, i) => isNear(x, yours[i]!, scaleOf(right)))) === true
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

/** What may be done to each number of an argument by mistake. */
const changes: Readonly<Record<string, (x: number) => number>> = {
  'round(x)': Math.round,
  '|x|': Math.abs,
  '−x': (x) => -x,
  'x²': (x) => x * x,
  '√x': Math.sqrt,
  'x / 2': (x) => x / 2,
  '2x': (x) => 2 * x,
};

const mapped = (data: Data, change: (x: number) => number): Data => {
  if (typeof data === 'number') return change(data);
  return isList(data) ? data.map((entry) => mapped(entry, change)) : data;
};

/** The right answer to other arguments: two exchanged, one taken for 0 or 1, or every number of one changed. */
export function otherArguments(pairs: readonly Pair[], { parameters, answer }: Task): Described | undefined {
  const explains = (change: (args: readonly Data[]) => readonly Data[]): boolean =>
    pairs.filter(({ row }) => row.isWrong).length >= leastRows &&
    pairs.every(({ row, yours }) => {
      const outcome = localAnswer(answer, change(row.args));
      if (outcome.kind !== 'value') return false;
      const other = leavesOf(outcome.value).map(({ x }) => x);
      return other.length === yours.length && other.every((x, i) => isNear(x, yours[i]!, scaleOf(other)));
    });
  for (const [k, name] of parameters.entries()) {
    for (const [j, other] of parameters.slice(0, k).entries()) {
      const isExchanged = explains((args) => args.with(k, args[j]).with(j, args[k]));
      if (isExchanged) return described('exchanged', { first: other, second: name });
    }
    for (const [formula, change] of Object.entries(changes)) {
      const isChanged = explains((args) => args.with(k, mapped(args[k], change)));
      if (isChanged) return described('argument-changed-by', { parameter: name, formula });
    }
    if (!pairs.every(({ row }) => typeof row.args[k] === 'number')) continue;
    for (const value of [0, 1, -1]) {
      if (explains((args) => args.with(k, value))) return described('as-if', { parameter: name, value: String(value) });
    }
  }
  return undefined;
}

const withArgument: Readonly<Record<string, (right: number, arg: number) => number>> = {
  itself: (_, arg) => arg,
  minus: (right, arg) => right - arg,
  'minus-right': (right, arg) => arg - right,
  plus: (right, arg) => right + arg,
  times: (right, arg) => right * arg,
};

/** Number by number the right answer with an argument of the same shape added, subtracted or multiplied; or the argument. */
export function besideArgument(pairs: readonly Pair[], { parameters }: Task): Described | undefined {
  if (pairs.filter(({ row }) => row.isWrong).length < leastRows) return undefined;
  for (const [k, parameter] of parameters.entries()) {
    for (const [id, of] of Object.entries(withArgument)) {
      const isExplained = pairs.every(({ row, right, yours }) => {
        const arg = leavesOf(row.args[k]).map(({ x }) => x);
        const scale = scaleOf([...right, ...arg, 1]);
        return arg.length === right.length && right.every((x, i) => isNear(of(x, arg[i]!), yours[i]!, scale));
      });
      if (isExplained) return described(`argument-${id}`, { parameter });
    }
  }
  return undefined;
}
