import { NablaError, saying } from '../errors.ts';
import { type Export, knownExports, normal, type Role, roles, words } from './headings.ts';
import type { Row, Table } from './table.ts';

/** Which column, counted from 0, serves for what. */
export type Columns = Readonly<Partial<Record<Role, number>>>;

/** The columns that were found, and whether the first line names them. */
export interface Found {
  readonly columns: Columns;
  readonly hasHeadings: boolean;
  /** The system whose export this is; undefined for any other table. */
  readonly system: string | undefined;
}

/** `--columns id=…,repository=…`: a heading, or a number counted from 1. Several may be given. Throws `usage`. */
export function parseColumns(given: readonly string[]): ReadonlyMap<Role, string> {
  const parts = given.flatMap((text) => text.split(/,(?=\s*[a-zA-Z]+\s*=)/));
  return new Map(
    parts.map((part) => {
      const [, name = '', column = ''] = /^\s*([a-zA-Z]+)\s*=\s*(.+?)\s*$/.exec(part) ?? [];
      const role = roles.find((known) => known.toLowerCase() === name.toLowerCase());
      if (role === undefined) throw new NablaError('usage', 'no-role', { part, roles });
      return [role, column] as const;
    }),
  );
}

/** Takes columns for what they serve, or refuses with the choice: nothing is guessed that is not certain. */
export function findColumns({ rows }: Table, given: ReadonlyMap<Role, string>, file: string): Found {
  const [first = { line: 1, cells: [] }, ...others] = rows;
  const headings = first.cells.map(normal);
  const system = knownExports.find(({ tells }) => tells.every((name) => headings.includes(name)));
  const isNamed = [...given.values()].some((column) => headings.includes(normal(column)));
  const known = headings.filter((heading) => roles.some((role) => words[role].includes(heading)));
  const hasHeadings = system !== undefined || isNamed || known.length > 0;
  const found = system ? columnsOf(system, headings, others) : hasHeadings ? byWords(headings) : byPlace(first);
  const asked = Object.fromEntries(
    [...given].map(([role, column]) => [role, placeOf(column, first, hasHeadings, file)]),
  );
  const columns: Columns = { ...found, ...asked };
  if (columns.id === undefined) throw ambiguous(file, first, hasHeadings, headings);
  if (!hasHeadings && !given.has('id')) checkFirstLine(file, rows);
  return { columns, hasHeadings, system: system?.system };
}

function columnsOf({ id, columns }: Export, headings: readonly string[], rows: readonly Row[]): Columns {
  const at = (name: string): number => headings.indexOf(name);
  const isFull = (column: number): boolean => column >= 0 && rows.every(({ cells }) => (cells[column] ?? '') !== '');
  const ids = id.map(at).filter((column) => column >= 0);
  const roleColumns = Object.entries(columns).flatMap(([role, name]) => (at(name) >= 0 ? [[role, at(name)]] : []));
  return { ...Object.fromEntries(roleColumns), id: ids.find(isFull) ?? ids[0] };
}

/** By what headings are called in any table; a role that several headings could have is left open. */
const byWords = (headings: readonly string[]): Columns =>
  Object.fromEntries(
    roles.flatMap((role) => {
      const fitting = [...headings.keys()].filter((at) => words[role].includes(headings[at]!));
      return fitting.length === 1 ? [[role, fitting[0]!]] : [];
    }),
  );

const looksLikeRepository = (cell: string): boolean => /^(?:[a-z+]+:\/\/|git@|\.{0,2}\/)/i.test(cell);

/** Without headings: the id first; what else is there, by its looks. */
function byPlace({ cells }: Row): Columns {
  const at = (isFitting: (cell: string) => boolean): number | undefined => {
    const column = cells.findIndex((cell, index) => index > 0 && isFitting(cell));
    return column === -1 ? undefined : column;
  };
  const [repository, email] = [at(looksLikeRepository), at((cell) => cell.includes('@') && !looksLikeRepository(cell))];
  const name = at((cell) => /\p{L}/u.test(cell) && !cell.includes('@') && !looksLikeRepository(cell));
  return {
    id: 0,
    ...(repository !== undefined && { repository }),
    ...(email !== undefined && { email }),
    ...(name !== undefined && repository === undefined && { name }),
  };
}

/** A first line without digits or `@` above ids that have some may be a heading that is not known. */
function checkFirstLine(file: string, [first, ...others]: readonly Row[]): void {
  const hasMark = (cell = ''): boolean => /[\d@]/.test(cell);
  const id = first?.cells[0] ?? '';
  const isSuspect = /\s/.test(id) || (!hasMark(id) && others.some(({ cells }) => hasMark(cells[0])));
  if (!isSuspect) return;
  throw new NablaError('bad-roster', 'heading-or-student', { file, id });
}

function placeOf(column: string, { cells }: Row, hasHeadings: boolean, file: string): number {
  const headings = cells.map(normal);
  const named = hasHeadings ? headings.indexOf(normal(column)) : -1;
  const place = named === -1 && /^[1-9]\d*$/.test(column) ? Number(column) - 1 : named;
  if (place === -1 || place >= cells.length) {
    const choice = hasHeadings ? cells : saying('column-numbers', { most: cells.length });
    throw new NablaError('bad-roster', 'no-column', { file, column, choice });
  }
  return place;
}

function ambiguous(file: string, { cells }: Row, hasHeadings: boolean, headings: readonly string[]): NablaError {
  const fitting = cells.filter((_, at) => words.id.includes(headings[at]!));
  const choice = hasHeadings && fitting.length > 1 ? fitting : cells;
  const example = choice[0] ?? '1';
  return new NablaError('bad-roster', fitting.length > 1 ? 'several-ids' : 'no-known-id', { file, choice, example });
}
