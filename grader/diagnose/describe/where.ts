import { type Data, isList, isRecord, type Task } from '../../kit.ts';
import type { Row } from '../evidence.ts';
import { type Described, described, pairsOf, scaleOf } from './numbers.ts';

/** Fewer on either side show no border. */
const leastEach = 4;

/** Something that is so of an argument, or not: it is missing, 0, negative, empty. */
interface Condition {
  readonly id: string;
  readonly of: string;
  readonly value?: string;
  readonly holds: (args: readonly Data[]) => boolean;
}

/** Something of an argument that has a size: a number, how long a list is, the largest in it. */
interface Size {
  readonly id: string;
  readonly of: string;
  readonly value: (args: readonly Data[]) => number | undefined;
}

/** Where answers are wrong and where right, if something about one argument tells them apart everywhere that was asked. */
export function whereWrong(rows: readonly Row[], { parameters }: Pick<Task, 'parameters'>): Described | undefined {
  const [wrong, right] = [rows.filter(({ isWrong }) => isWrong), rows.filter(({ isWrong }) => !isWrong)];
  if (wrong.length < leastEach || right.length < leastEach) return undefined;
  for (const { id, of, holds, value = '' } of conditionsOf(rows, parameters)) {
    if (wrong.every(({ args }) => holds(args)) && right.every(({ args }) => !holds(args))) {
      return described(`where-${id}`, { of, value });
    }
  }
  for (const { id, of, value } of sizesOf(rows, parameters)) {
    const border = borderOf(wrong, right, value);
    if (border) return described(`where-${id}-${border.side}`, { of, from: text(border.from), to: text(border.to) });
  }
  return undefined;
}

/** Wrong by more than this is not for want of digits. */
const farError = 1e-3;

/** Where answers are far from the right ones, if everywhere else they are right but for their last digits. */
export function whereFar(rows: readonly Row[], task: Pick<Task, 'parameters'>): Described | undefined {
  const pairs = pairsOf(rows);
  const marked = pairs?.map(({ row, right, yours }) => ({ ...row, isWrong: isFar(right, yours) }));
  const found = marked && whereWrong(marked, task);
  return found && described(`far-${found.id}`, found.values);
}

const isFar = (right: readonly number[], yours: readonly number[]): boolean =>
  right.some((x, i) => !(Math.abs(x - yours[i]!) <= farError * Math.max(Math.abs(x), 1e-9 * scaleOf(right))));

const distanceToEdge = (x: number): number => Math.min(Math.abs(x), Math.abs(1 - x));

const text = (value: number): string => String(Number(value.toPrecision(4)));

function borderOf(
  wrong: readonly Row[],
  right: readonly Row[],
  value: Size['value'],
): { readonly side: 'large' | 'small'; readonly from: number; readonly to: number } | undefined {
  const [bad, good] = [wrong, right].map((rows) => rows.map(({ args }) => value(args)));
  if ([...bad!, ...good!].some((x) => x === undefined || !Number.isFinite(x))) return undefined;
  const [least, most] = [Math.min(...(bad as number[])), Math.max(...(bad as number[]))];
  const [leastGood, mostGood] = [Math.min(...(good as number[])), Math.max(...(good as number[]))];
  if (least > mostGood) return { side: 'large', from: least, to: mostGood };
  return most < leastGood ? { side: 'small', from: most, to: leastGood } : undefined;
}

const numbersIn = (data: Data): readonly number[] => {
  if (typeof data === 'number') return [data];
  if (isList(data)) return data.flatMap(numbersIn);
  return isRecord(data) ? Object.values(data).flatMap(numbersIn) : [];
};

/** Parts of the arguments, and under which name: an argument, a field of one that is a record. */
function partsOf(rows: readonly Row[], parameters: readonly string[]) {
  return parameters.flatMap((name, k) => {
    const keys = new Set(rows.flatMap(({ args }) => (isRecord(args[k]) ? Object.keys(args[k]) : [])));
    const fields = [...keys].map((key) => ({
      of: `${name}.${key}`,
      get: (args: readonly Data[]): Data => (isRecord(args[k]) ? args[k][key] : undefined),
    }));
    return [{ of: name, get: (args: readonly Data[]): Data => args[k] }, ...fields];
  });
}

const conditionsOf = (rows: readonly Row[], parameters: readonly string[]): readonly Condition[] =>
  partsOf(rows, parameters).flatMap(({ of, get }): readonly Condition[] => [
    { id: 'missing', of, holds: (args) => get(args) === undefined },
    { id: 'given', of, holds: (args) => get(args) !== undefined },
    { id: 'empty', of, holds: (args) => isEmpty(get(args)) },
    { id: 'zero', of, holds: (args) => get(args) === 0 },
    { id: 'not-zero', of, holds: (args) => get(args) !== 0 },
    { id: 'has-zero', of, holds: (args) => isList(get(args)) && numbersIn(get(args)).includes(0) },
    { id: 'all-zero', of, holds: (args) => isList(get(args)) && numbersIn(get(args)).every((x) => x === 0) },
    { id: 'has-negative', of, holds: (args) => isList(get(args)) && numbersIn(get(args)).some((x) => x < 0) },
    ...lengthsOf(rows, get).flatMap((length): readonly Condition[] => [
      { id: 'length-not', of: `${of}.length`, value: String(length), holds: (args) => lengthOf(get(args)) !== length },
      { id: 'length-is', of: `${of}.length`, value: String(length), holds: (args) => lengthOf(get(args)) === length },
    ]),
    ...valuesOf(rows, get).map(
      (value): Condition => ({
        id: 'value',
        of: `${of} = ${typeof value === 'string' ? `'${value}'` : String(value)}`,
        holds: (args) => get(args) === value,
      }),
    ),
  ]);

const lengthOf = (data: Data): number | undefined => (isList(data) ? data.length : undefined);

/** The lengths that a list often was. */
const lengthsOf = (rows: readonly Row[], get: (args: readonly Data[]) => Data): readonly number[] => {
  const lengths = rows.map(({ args }) => lengthOf(get(args))).filter((length) => length !== undefined);
  return [...new Set(lengths)].filter((one) => lengths.filter((length) => length === one).length >= leastEach);
};

const isEmpty = (data: Data): boolean => isList(data) && data.length === 0;

/** The words and truth values that an argument was. */
const valuesOf = (rows: readonly Row[], get: (args: readonly Data[]) => Data): readonly Data[] => {
  const values = rows.map(({ args }) => get(args));
  return [...new Set(values.filter((value) => typeof value === 'string' || typeof value === 'boolean'))];
};

const sizesOf = (rows: readonly Row[], parameters: readonly string[]): readonly Size[] =>
  partsOf(rows, parameters).flatMap(({ of, get }): readonly Size[] => {
    const list = (args: readonly Data[], size: (numbers: readonly number[]) => number): number | undefined =>
      isList(get(args)) ? size(numbersIn(get(args))) : undefined;
    return [
      { id: 'number', of, value: (args) => (typeof get(args) === 'number' ? (get(args) as number) : undefined) },
      { id: 'size', of, value: (args) => (typeof get(args) === 'number' ? Math.abs(get(args) as number) : undefined) },
      { id: 'length', of, value: (args) => (isList(get(args)) ? (get(args) as readonly Data[]).length : undefined) },
      { id: 'largest', of, value: (args) => list(args, (numbers) => Math.max(...numbers)) },
      { id: 'smallest', of, value: (args) => list(args, (numbers) => Math.min(...numbers)) },
      { id: 'edge', of, value: (args) => list(args, (numbers) => Math.min(...numbers.map(distanceToEdge))) },
      { id: 'norm', of, value: (args) => list(args, (numbers) => Math.hypot(...numbers)) },
    ];
  });
