import type { Data } from '../../kit.ts';
import { isList } from '../../kit.ts';
import type { Row } from '../names/evidence.ts';
import { isSameShape, type Leaf, leavesOf } from '../names/leaves.ts';
import { type Described, described, isNear, leastRows, scaleOf } from './numbers.ts';

interface Marked extends Leaf {
  readonly isWrong: boolean;
  /** Whether it belongs to the first entry of the outermost list that it is in, or to the last. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** Which part of the answer is wrong, where the rest is right: a field, the first entry, the last one, all but these. */
export function wrongPart(rows: readonly Row[]): Described | undefined {
  const marked: (readonly Marked[])[] = [];
  for (const row of rows) {
    if (row.received === undefined) return undefined;
    const leaves = markedLeaves(row.right, row.received);
    if (leaves === undefined) return undefined;
    marked.push(leaves);
  }
  const wrong = marked.filter((leaves) => leaves.some(({ isWrong }) => isWrong));
  if (wrong.length < leastRows) return undefined;
  const all = wrong.flat();
  const fields = new Set(all.map(fieldOf));
  const wrongFields = new Set(all.filter(({ isWrong }) => isWrong).map(fieldOf));
  const [field = '', ...others] = wrongFields;
  if (fields.size > 1 && others.length === 0 && field !== '') return described('only-field', { field });
  const places: Readonly<Record<string, (leaf: Marked) => boolean>> = {
    'only-first': ({ isFirst }) => isFirst,
    'only-last': ({ isLast }) => isLast,
    'not-first': ({ isFirst }) => !isFirst,
    'not-last': ({ isLast }) => !isLast,
  };
  // What is no list has no first entry, and no last.
  if (!rows.every(({ right }) => isList(right))) return undefined;
  // Of one entry alone nobody can say which it is.
  const several = wrong.filter((leaves) => leaves.some(({ isFirst }) => !isFirst));
  if (several.length < leastRows) return undefined;
  const found = Object.entries(places).find(([, isThere]) =>
    several.every((leaves) => leaves.every((leaf) => !leaf.isWrong || isThere(leaf))),
  );
  // All but one entry being wrong is nothing to be told where nothing is right elsewhere.
  const isSeen = found?.[0].startsWith('only') || several.some((leaves) => leaves.length > 2);
  return found !== undefined && isSeen ? described(found[0]) : undefined;
}

const fieldOf = ({ fields }: Leaf): string => fields.replace(/\[\]/g, '').replace(/^\./, '').split('.').at(-1) ?? '';

function markedLeaves(right: Data, received: Data): readonly Marked[] | undefined {
  const [expected, found] = [leavesOf(right), leavesOf(received)];
  if (!isSameShape(expected, found)) return undefined;
  const scale = scaleOf(expected.map(({ x }) => x));
  const length = isList(right) ? right.length : 0;
  return expected.map((leaf, i) => ({
    ...leaf,
    isWrong: !isNear(leaf.x, found[i]!.x, expected.length > 1 ? scale : 0),
    isFirst: leaf.indices[0] === 0,
    isLast: length > 0 && leaf.indices[0] === length - 1,
  }));
}
