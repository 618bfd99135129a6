import { type Data, isForeign, isList, isRecord, type Task } from '../../kit.ts';
import type { Row } from '../names/evidence.ts';
import { isSameShape, leavesOf } from '../names/leaves.ts';
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
  const border = whereWrong(marked, task);
  // It says up to where answers are right, which is more than that they are numbers.
  const isTold = border?.values['to'] === undefined || rows.every((row) => isFound.has(row) || !row.isWrong);
  const where = isTold ? border : undefined;
  if (where?.id === 'where-missing') return described('nan-missing', where.values);
  const long = found.filter(({ numbers }) => numbers > 1);
  if (long.length >= 2) {
    if (long.every(({ places, numbers }) => places.size === 1 && places.has(numbers - 1))) return described('nan-last');
    if (long.every(({ places }) => places.size === 1 && places.has(0))) return described('nan-first');
  }
  if (found.length === rows.length) return found.some(hasNumbers) ? described('nan-everywhere') : undefined;
  const place = where ?? mostlyWhere(marked, task);
  if (place !== undefined) return described(`nan-${place.id}`, place.values);
  return described('nan-some', {
    path: first.path === '' ? '' : first.path,
    count: String(found.length),
    asked: String(rows.length),
  });
}

const hasForeign = (value: Data): boolean => {
  if (isList(value)) return value.some(hasForeign);
  return isRecord(value) ? Object.values(value).some(hasForeign) : isForeign(value) || value === null;
};

const hasNumbers = ({ row: { outcome } }: Found): boolean => outcome.kind === 'value' && outcome.value !== undefined;

function missingIn(row: Row): readonly Found[] {
  const { outcome } = row;
  if (outcome.kind !== 'value') return [];
  const [right, yours] = [leavesOf(row.right), leavesOf(outcome.value)];
  const isRightToo = (i: number): boolean => isSameShape(right, yours) && !Number.isFinite(right[i]!.x);
  const places = yours.flatMap(({ x }, i) => (Number.isFinite(x) || isRightToo(i) ? [] : [i]));
  const [at] = places;
  // A promise, or nothing at all, is no NaN: the failure itself says what it is.
  return at === undefined || hasForeign(outcome.value)
    ? []
    : [{ row, path: yours[at]!.path, places: new Set(places), numbers: yours.length }];
}
