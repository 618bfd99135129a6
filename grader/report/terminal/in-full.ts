import { fill, type Messages } from '../../catalogue/catalogue.ts';
import type { AskedAlone } from '../../diagnose/asked-alone.ts';
import { type Data, isList, isRecord } from '../../kit.ts';
import { stepTexts } from '../failure/located-view.ts';
import { forTerminal } from '../hostile-text.ts';
import { inFull, write } from '../values/literal.ts';
import { valueText } from '../values/value-text.ts';
import { columns } from './table.ts';

/** More rows of a table than these nobody reads; those that differ come first in what is shown. */
const mostRows = 60;

/** A call with all its numbers; where one line does not hold it, an argument a line. */
export function wholeCall(task: string, args: readonly Data[], width: number, messages: Messages): readonly string[] {
  const texts = args.map((arg) => full(arg, messages));
  const line = `${task}(${texts.join(', ')})`;
  if (line.length <= width && !line.includes('\n')) return [line];
  return [`${task}(`, ...texts.flatMap((text) => indented(`${text},`)), ')'];
}

/** What else a debugger shows of a failing call: every number of the answer beside the right one, and what was printed. */
export function inFullLines(alone: AskedAlone, messages: Messages): readonly string[] {
  const printed = forTerminal(alone.printed.trimEnd());
  return [
    ...comparison(alone, messages),
    ...(printed === '' ? [] : ['', messages.report.printedThere, ...indented(printed)]),
  ];
}

const indented = (text: string): readonly string[] => text.split('\n').map((line) => `  ${line}`);

const full = (value: Data, { foreign }: Messages): string =>
  forTerminal(valueText(value, '', (kind) => foreign[kind], write));

/** Nothing where there is no answer, or many are right: then the counterexample has all that is known. */
function comparison({ right, outcome, steps }: AskedAlone, { walk, report }: Messages): readonly string[] {
  if (right === undefined || outcome?.kind !== 'value') return [];
  if (steps.length > 0) {
    const rows = stepTexts(steps).map(({ name, calculation, right, yours, differs }) => ({
      cells: [name, calculation, right, yours],
      differs,
    }));
    return tableOf([walk.number, walk.calculation, walk.right, walk.yours], rows, report.moreRows);
  }
  return tableOf([walk.number, walk.right, walk.yours], rowsOf('', right, outcome.value, walk.answer), report.moreRows);
}

interface Row {
  readonly cells: readonly string[];
  readonly differs: boolean;
}

/** The numbers of both answers, each by its place; what one of them has not is shown as missing. */
function rowsOf(path: string, right: Data | undefined, yours: Data | undefined, whole = ''): readonly Row[] {
  const parts = isList(right) ? right.keys() : isRecord(right) ? Object.keys(right) : undefined;
  const isSameKind = isList(right) === isList(yours) && isRecord(right) === isRecord(yours);
  if (parts === undefined || !isSameKind) {
    const [a, b] = [right, yours].map((value) => (value === undefined ? '—' : forTerminal(write(value, inFull))));
    return [{ cells: [path === '' ? whole : path, a ?? '', b ?? ''], differs: a !== b && !areNear(right, yours) }];
  }
  const extra = isList(right) && isList(yours) ? [...yours.keys()].slice(right.length) : [];
  return [...parts, ...extra].flatMap((key) => {
    const name = typeof key === 'number' ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
    return rowsOf(name, partOf(right, key), partOf(yours, key));
  });
}

/** But for rounding. */
const areNear = (a: Data | undefined, b: Data | undefined): boolean =>
  typeof a === 'number' && typeof b === 'number' && Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));

const partOf = (value: Data | undefined, key: string | number): Data | undefined =>
  (value as Readonly<Record<string | number, Data>>)[key];

/** A column of marks, for color alone would not do. */
function tableOf(head: readonly string[], rows: readonly Row[], more: string): readonly string[] {
  const isLong = rows.length > mostRows;
  const shown = (isLong ? rows.filter(({ differs }) => differs) : rows).slice(0, mostRows);
  const lines = columns([['', ...head], ...shown.map(({ cells, differs }) => [differs ? '✗' : '', ...cells])]);
  return [...lines, ...(isLong ? [fill(more, { rows: rows.length - shown.length })] : [])];
}
