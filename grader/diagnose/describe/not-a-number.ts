import { isList, type Task } from '../../kit.ts';
import { isSameShape, leavesOf, type Row } from '../evidence.ts';
import { mostlyWhere } from './mostly-where.ts';
import { type Described, described } from './numbers.ts';
import { whereWrong } from './where.ts';

interface Found {
  readonly row: Row;
  /** Where the first number is missing, and where all of them stand. */
  readonly path: string;
  readonly places: ReadonlySet<number>;
  readonly numbers: number;
}

/** Where answers are NaN, infinite or undefined first, and what they have in common that it may come from. */
export function notANumber(rows: readonly Row[], task: Pick<Task, 'parameters'>): Described | undefined {
  const found = rows.flatMap((row) => missingIn(row));
  const [first] = found;
  if (first === undefined || found.length < 2) return undefined;
  const isFound = new Set(found.map(({ row }) => row));
  const marked = rows.map((row) => ({ ...row, isWrong: isFound.has(row) }));
  const where = whereWrong(marked, task);
  if (where?.id === 'where-missing') return described('nan-missing', where.values);
  const long = found.filter(({ numbers }) => numbers > 1);
  if (long.length >= 2) {
    if (long.every(({ places, numbers }) => places.size === 1 && places.has(numbers - 1))) return described('nan-last');
    if (long.every(({ places }) => places.size === 1 && places.has(0))) return described('nan-first');
  }
  if (found.length === rows.length) return described('nan-everywhere');
  const place = where ?? mostlyWhere(marked, task);
  if (place !== undefined) return described(`nan-${place.id}`, place.values);
  return described('nan-some', {
    path: first.path === '' ? '' : first.path,
    count: String(found.length),
    asked: String(rows.length),
  });
}

function missingIn(row: Row): readonly Found[] {
  const { outcome } = row;
  if (outcome.kind !== 'value') return [];
  const [right, yours] = [leavesOf(row.right), leavesOf(outcome.value)];
  if (!isSameShape(right, yours) && !(isList(row.right) && isList(outcome.value))) return [];
  if (!isSameShape(right, yours)) return [];
  const places = yours.flatMap(({ x }, i) => (Number.isFinite(x) || !Number.isFinite(right[i]!.x) ? [] : [i]));
  const [at] = places;
  return at === undefined ? [] : [{ row, path: yours[at]!.path, places: new Set(places), numbers: yours.length }];
}
