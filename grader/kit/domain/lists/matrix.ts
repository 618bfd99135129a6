import { once } from '../../once.ts';
import { type Domain, type Landmark, lifted } from '../domain.ts';
import { type Random, unspread } from '../kinds/random.ts';
import { liftedSites, type Site, sizeSites } from '../rounds/sites.ts';
import { entryLandmarks, simplerEntries } from './entries.ts';
import { entrySites } from './entry-sites.ts';
import { type Size, sizeOf } from './vector.ts';

/** Of what sizes and with what entries matrices are; see {@link matrix}. */
export interface MatrixOptions {
  readonly rows: Size;
  /** `'rows'`: the matrix is square. */
  readonly columns: Size | 'rows';
  readonly entries: Domain<number>;
}

type Matrix = number[][];

const ofEntries = (entries: Domain<number>) =>
  entryLandmarks<number>(entries, Number.POSITIVE_INFINITY, (list) => list);

const widthOf = (matrix: Matrix): number => matrix[0]?.length ?? 0;

/** A matrix with at least one row and one column. */
export function matrixOf({ rows, columns, entries }: MatrixOptions): Domain<Matrix> {
  const isSquare = columns === 'rows';
  const height = sizeOf(rows);
  const width = sizeOf(isSquare ? rows : columns);
  const resized = (matrix: Matrix, m: number, n: number, random: Random): Matrix => {
    const entry = unspread(random);
    return Array.from({ length: m }, (_, j) =>
      Array.from({ length: n }, (_, i) => matrix[j]?.[i] ?? entries.draw(entry)),
    );
  };
  const withRows = (matrix: Matrix, m: number, random: Random): Matrix =>
    resized(matrix, m, isSquare ? m : widthOf(matrix), random);
  const withColumns = (matrix: Matrix, n: number, random: Random): Matrix => resized(matrix, matrix.length, n, random);
  const contains = (matrix: Matrix): boolean =>
    height.contains(matrix.length) &&
    matrix.every((row) => row.length === widthOf(matrix) && row.every(entries.contains)) &&
    (isSquare ? matrix.length === widthOf(matrix) : width.contains(widthOf(matrix)));
  const landmarks = once(() => [
    ...lifted<Matrix, number>('rows', height.landmarks, (matrix) => matrix.length, withRows),
    ...(isSquare ? [] : lifted<Matrix, number>('columns', width.landmarks, widthOf, withColumns)),
    ...(isSquare ? [] : proportions({ height, width }, [rangeOf(rows), rangeOf(columns)], resized)),
    ...lifted<Matrix, number[]>('of all', ofEntries(entries), (matrix) => matrix.flat(), folded),
  ]);
  return {
    draw: (random) => {
      const m = height.draw(random);
      return resized([], m, isSquare ? m : width.draw(random), random);
    },
    contains,
    get landmarks() {
      return landmarks();
    },
    sites: once((): readonly Site<Matrix>[] => [
      ...liftedSites(
        'of all',
        entrySites(entries, (list) => list),
        (matrix: Matrix) => matrix.flat(),
        folded,
      ),
      ...sizeSites<Matrix>('rows', height.sites?.() ?? [], (matrix) => matrix.length, withRows),
      ...(isSquare ? [] : sizeSites<Matrix>('columns', width.sites?.() ?? [], widthOf, withColumns)),
    ]),
    *simpler(matrix) {
      for (const m of height.simpler(matrix.length))
        yield matrix.slice(0, m).map((row) => (isSquare ? row.slice(0, m) : row));
      if (!isSquare) for (const n of width.simpler(widthOf(matrix))) yield matrix.map((row) => row.slice(0, n));
      for (const flat of simplerEntries(matrix.flat(), entries)) yield folded(matrix, flat);
    },
    fit: (matrix, random) => {
      const m = height.fit(matrix.length, random);
      const fitting = resized(matrix, m, isSquare ? m : width.fit(widthOf(matrix), random), random);
      return fitting.map((row) => row.map((entry) => entries.fit(entry, random)));
    },
  };
}

/** Entries in reading order, put back into rows. */
const folded = (matrix: Matrix, flat: readonly number[]): Matrix => {
  const n = widthOf(matrix);
  return matrix.map((_, j) => flat.slice(j * n, (j + 1) * n));
};

type Range = readonly [least: number, most: number];
const rangeOf = (size: Size): Range => (typeof size === 'number' ? [size, size] : size);

/** How high a matrix is for its width, as far as its sizes can be so. */
function proportions(
  { height, width }: Readonly<Record<'height' | 'width', Domain<number>>>,
  [[lowest, highest], [narrowest, widest]]: readonly [height: Range, width: Range],
  resized: (matrix: Matrix, m: number, n: number, random: Random) => Matrix,
): readonly Landmark<Matrix>[] {
  const shape = (id: string, isPossible: boolean, isAt: (m: number, n: number) => boolean): Landmark<Matrix>[] => {
    if (!isPossible) return [];
    const mark: Landmark<Matrix> = {
      id,
      isAt: (matrix) => isAt(matrix.length, widthOf(matrix)),
      place(matrix, random) {
        let [m, n] = [matrix.length, widthOf(matrix)];
        for (let tries = 0; tries < 50 && !isAt(m, n); tries++) [m, n] = [height.draw(random), width.draw(random)];
        return resized(matrix, m, n, random);
      },
    };
    return [mark];
  };
  return [
    ...shape('it is square', lowest <= widest && narrowest <= highest, (m, n) => m === n),
    ...shape('it is wide', lowest < widest, (m, n) => m < n),
    ...shape('it is tall', highest > narrowest, (m, n) => m > n),
  ];
}
