import { type Data, isList, isRecord, remembered } from '../../kit.ts';
import type { Row } from '../names/evidence.ts';

/** Fewer answers on either side show no border. */
export const leastEach = 4;

/** Something that is so of an argument, or not: it is missing, 0, negative, empty. */
export interface Condition {
  readonly id: string;
  readonly of: string;
  readonly value?: string;
  readonly holds: (args: readonly Data[]) => boolean;
}

/** Something of an argument that has a size: a number, how long a list is, the largest in it. */
export interface Size {
  readonly id: string;
  readonly of: string;
  readonly value: (args: readonly Data[]) => number | undefined;
}

const known = new WeakMap<object, readonly number[]>();

const numbersIn = (data: Data): readonly number[] => {
  if (typeof data === 'number') return [data];
  if (!isList(data) && !isRecord(data)) return [];
  const numbers = known.get(data) ?? Object.values(data).flatMap(numbersIn);
  known.set(data, numbers);
  return numbers;
};

/** Parts of the arguments, and under which name: an argument, a field of one that is a record. */
function partsOf(rows: readonly Row[], parameters: readonly string[]) {
  return parameters.flatMap((name, k) => {
    const keys = new Set(rows.flatMap(({ args }) => (isRecord(args[k]) ? Object.keys(args[k]) : [])));
    const fields = [...keys].map((key) => ({
      of: `${name}.${key}`,
      get: (args: readonly Data[]): Data => (isRecord(args[k]) ? args[k][key] : undefined),
    }));
    // Of a list of records, each field of all of them together.
    const first = rows.map(({ args }) => args[k]).find((arg) => isList(arg) && arg.length > 0);
    const inner = isList(first) && isRecord(first[0]) ? Object.keys(first[0]) : [];
    const ofAll = inner.map((key) => ({
      of: `${name}[…].${key}`,
      get: remembered((args: readonly Data[]): { readonly all: Data } => {
        const list = args[k];
        return { all: isList(list) ? list.map((one) => (isRecord(one) ? one[key] : undefined)) : undefined };
      }),
    }));
    return [
      { of: name, get: (args: readonly Data[]): Data => args[k] },
      ...fields,
      ...ofAll.map(({ of, get }) => ({ of, get: (args: readonly Data[]): Data => get(args).all })),
    ];
  });
}

export const conditionsOf = (rows: readonly Row[], parameters: readonly string[]): readonly Condition[] =>
  partsOf(rows, parameters).flatMap(({ of, get }): readonly Condition[] => [
    { id: 'missing', of, holds: (args) => get(args) === undefined },
    { id: 'given', of, holds: (args) => get(args) !== undefined },
    { id: 'empty', of, holds: (args) => isEmpty(get(args)) },
    { id: 'zero', of, holds: (args) => get(args) === 0 },
    { id: 'not-zero', of, holds: (args) => get(args) !== 0 },
    { id: 'has-zero', of, holds: (args) => isList(get(args)) && numbersIn(get(args)).includes(0) },
    { id: 'all-zero', of, holds: (args) => isZero(get(args)) },
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

/** Zeros and nothing else; of none, nobody can say so. */
const isZero = (data: Data): boolean =>
  isList(data) && numbersIn(data).length > 0 && numbersIn(data).every((x) => x === 0);

const isEmpty = (data: Data): boolean => isList(data) && data.length === 0;

/** The words and truth values that an argument was. */
const valuesOf = (rows: readonly Row[], get: (args: readonly Data[]) => Data): readonly Data[] => {
  const values = rows.map(({ args }) => get(args));
  return [...new Set(values.filter((value) => typeof value === 'string' || typeof value === 'boolean'))];
};

export const sizesOf = (rows: readonly Row[], parameters: readonly string[]): readonly Size[] =>
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

const distanceToEdge = (x: number): number => Math.min(Math.abs(x), Math.abs(1 - x));
