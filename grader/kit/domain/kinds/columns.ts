import type { Domain } from '../domain.ts';
import { listOf, type Size } from '../lists/vector.ts';
import { type Fields, recordOf } from './record.ts';
import { seenAs } from './seen-as.ts';

/** The type of an object of lists. */
export type Columns<Row> = { [K in keyof Row]: Row[K][] };

/**
 * The domain of an object of lists that are of one length, an entry of each for every parameter of a model, say:
 * `columns({ length: [1, 8], entries: { parameters: real(…), velocity: real(…) } })`.
 *
 * @param options how long all of the lists are, and the domain of the entries of each
 */
export function columns<Row extends object>({
  length,
  entries,
}: {
  readonly length: Size;
  readonly entries: Fields<Row>;
}): Domain<Columns<Row>> {
  const keys = Object.keys(entries) as (keyof Row & string)[];
  const turned = (rows: readonly Row[]): Columns<Row> =>
    Object.fromEntries(keys.map((key) => [key, rows.map((row) => row[key])])) as Columns<Row>;
  const rowsOf = (lists: Columns<Row>): Row[] =>
    lists[keys[0]!].map((_, i) => Object.fromEntries(keys.map((key) => [key, lists[key][i]])) as Row);
  return seenAs(listOf({ length, entries: recordOf(entries) }), turned, rowsOf);
}
