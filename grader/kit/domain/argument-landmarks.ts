import { isIdentical } from '../values/compare.ts';
import { type Data, isList, isRecord } from '../values/data.ts';
import { type Domain, type Landmark, type Lens, within } from './domain.ts';
import { type Random, randomFrom, small } from './kinds/random.ts';

type Values = readonly unknown[];

/** What arguments are made of; see `inputs`. */
export interface Making {
  readonly partAt: (k: number, values: Values) => Domain<unknown>;
  /** Whether the domain of an argument is the same whatever the others are. */
  readonly isFixed: (k: number) => boolean;
  readonly draw: (random: Random) => Values;
  readonly withPart: (values: Values, k: number, value: unknown, random: Random) => Values;
}

/** Some of all arguments: together they tell what each can be. */
export const examplesOf = ({ draw }: Making): readonly Values[] =>
  Array.from({ length: 8 }, (_, seed) => draw(randomFrom(seed, small)));

/** Of each argument by itself; of two, where they are equal, and where each is at an end of its domain. */
export function argumentLandmarks(names: readonly string[], making: Making): readonly Landmark<Values>[] {
  // What an argument can be may depend on others: some tell all landmarks that there are.
  const examples = examplesOf(making);
  const ofArguments = names.map((name, k) => landmarksOf(name, k, making, examples));
  const pairs = names.flatMap((_, k) => names.slice(0, k).map((_, i) => [i, k] as const));
  return [
    ...ofArguments.flat(),
    ...pairs.flatMap(([i, k]) => equality(names, [i, k], making, examples)),
    ...pairs.flatMap(([i, k]) => together(ofArguments[i]!, ofArguments[k]!)),
  ];
}

/** Where a domain depends on other arguments, the landmark is looked up in the one that it is with those at hand. */
function landmarksOf(
  name: string,
  k: number,
  { partAt, withPart, isFixed }: Making,
  examples: readonly Values[],
): readonly Landmark<Values>[] {
  const known = new Map<string, Landmark<unknown>>();
  for (const values of isFixed(k) ? examples.slice(0, 1) : examples) {
    for (const mark of partAt(k, values).landmarks) known.set(mark.id, mark);
  }
  const lens: Lens<Values, unknown> = {
    get: (values) => values[k],
    set: (values, value, random) => withPart(values, k, value, random),
  };
  return [...known.values()].map((mark) => {
    const { id, isAt, of, ...kind } = mark;
    const here = (values: Values) => (isFixed(k) ? mark : partAt(k, values).landmarks.find((other) => other.id === id));
    return {
      ...kind,
      id: `${name} ${id}`,
      of: of === undefined ? name : `${name} ${of}`,
      place: (values, random) => {
        const found = here(values);
        return found ? lens.set(values, found.place(values[k], random), random) : values;
      },
      isAt: (values) => isAt(values[k]),
      within: within(lens, here),
    };
  });
}

const isSame = (a: unknown, b: unknown): boolean => isIdentical(a as Data, b as Data);

/** Numbers, lists of the same, or objects with the same keys: of these alone one argument's domain can be asked about another. */
function areOfOneKind(a: Data, b: Data): boolean {
  if (isList(a) && isList(b)) return a.length === 0 || b.length === 0 || areOfOneKind(a[0], b[0]);
  if (isRecord(a) && isRecord(b)) {
    const keys = Object.keys(a);
    return keys.join() === Object.keys(b).join() && keys.every((key) => areOfOneKind(a[key], b[key]));
  }
  return typeof a === typeof b && typeof a !== 'string' && typeof a !== 'object';
}

/** Two arguments of one kind that have the same value. */
function equality(
  names: readonly string[],
  [i, k]: readonly [number, number],
  { partAt, withPart }: Making,
  examples: readonly Values[],
): readonly Landmark<Values>[] {
  const isPossible = (values: Values): boolean =>
    areOfOneKind(values[i] as Data, values[k] as Data) && partAt(k, values).contains(values[i]);
  if (!examples.some(isPossible)) return [];
  return [
    {
      id: `${names[i]} and ${names[k]} are equal`,
      place: (values, random) => (isPossible(values) ? withPart(values, k, values[i], random) : values),
      isAt: (values) => isSame(values[i], values[k]),
    },
  ];
}

/** Each end of one argument with each end of another. */
function together(some: readonly Landmark<Values>[], others: readonly Landmark<Values>[]): readonly Landmark<Values>[] {
  const ends = (marks: readonly Landmark<Values>[]) => marks.filter(({ isEdge }) => isEdge);
  return ends(some).flatMap((one) =>
    ends(others).map((other) => ({
      id: `${one.id}, ${other.id}`,
      place: (values: Values, random: Random) => other.place(one.place(values, random), random),
      isAt: (values: Values) => one.isAt(values) && other.isAt(values),
    })),
  );
}
