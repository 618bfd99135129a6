/** One line of a table: what was measured, and figures by the name of their column. */
export interface Row {
  readonly name: string;
  readonly figures: Readonly<Record<string, number>>;
}

/** A part of the benchmark: rows, or what another measurement has printed. */
export type Part = (rounds: number, slugs: readonly string[]) => Promise<readonly Row[] | string>;

const short = (value: number): string =>
  Math.abs(value) >= 100 ? value.toFixed(0) : Math.abs(value) >= 10 ? value.toFixed(1) : value.toFixed(2);

/** As Markdown. */
export function tableText(rows: readonly Row[]): string {
  const columns = [...new Set(rows.flatMap(({ figures }) => Object.keys(figures)))];
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(['', ...columns]),
    line(['---', ...columns.map(() => '---:')]),
    ...rows.map(({ name, figures }) =>
      line([name, ...columns.map((column) => (column in figures ? short(figures[column]!) : ''))]),
    ),
  ].join('\n');
}
