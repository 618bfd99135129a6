import type { Task } from '../task.ts';
import type { Shape } from '../values/shape.ts';
import type { Axis, Picture, Point, Series } from './picture.ts';

/** What a picture shows; its title and its description are words, and in the assignment's catalogue. */
export type Drawing = Omit<Picture, 'title' | 'description'>;

/** What the student's answers and the right ones are called in a legend, and an axis that has no symbol. */
export interface PlotNames {
  readonly yours: string;
  readonly right: string;
  readonly epochs: string;
}

/**
 * A picture beside the report, for who has failed a task: what the student's function answers to some calls, and what
 * the reference answers to the same ones. It decides nothing.
 */
export interface Plot<Args extends readonly unknown[] = readonly never[], Answer = unknown> {
  readonly id: string;
  readonly task: string;
  readonly returns: Shape<Answer>;
  readonly calls: readonly Args[];
  /** The picture, of the answers to all calls. */
  readonly draw: (yours: readonly Answer[], right: readonly Answer[], names: PlotNames) => Drawing;
}

/**
 * Draws for who has failed a task what their function and the correct one answer to some calls. Its calls are the same
 * in every check, whatever the seed.
 *
 * @param id its key in the catalogue
 * @param of the task
 * @param options the calls, and what is drawn of their answers
 */
export function plot<Args extends readonly unknown[], Answer>(
  id: string,
  of: Task<Args, Answer>,
  { calls, draw }: Pick<Plot<Args, Answer>, 'draw'> & { readonly calls: readonly NoInfer<Args>[] },
): Plot {
  const typed: Plot<Args, Answer> = { id, task: of.id, returns: of.returns, calls, draw };
  // As with laws: a list of plots has no common type of arguments and answers.
  return typed as unknown as Plot;
}

/** Whole powers of ten around all points above 0, from 0.1 or less up to `atLeast` or more, for a logarithmic axis. */
export function decades(lines: readonly Pick<Series, 'points'>[], atLeast = 10): readonly [number, number] {
  const exponents = lines.flatMap(({ points }) => points.map(([, y]) => Math.log10(y))).filter(Number.isFinite);
  return [10 ** Math.floor(Math.min(-1, ...exponents)), 10 ** Math.ceil(Math.max(Math.log10(atLeast), ...exponents))];
}

/**
 * The outline of a histogram as a density: bars of total area 1, less what lies outside of `from` … `to`.
 *
 * @param values the numbers
 * @param domain from where to where the bars go
 * @param bars how many there are
 * @param highest where a bar is cut off, so that a spike leaves something to see of the rest
 */
export function histogram(
  values: readonly number[],
  [from, to]: Axis['domain'],
  bars: number,
  highest: number,
): readonly Point[] {
  const width = (to - from) / bars;
  const counts: number[] = new Array(bars).fill(0);
  for (const value of values) {
    const bar = value === to ? bars - 1 : Math.floor((value - from) / width);
    if (bar >= 0 && bar < bars) counts[bar]! += 1;
  }
  const outline = counts.flatMap((count, bar): Point[] => {
    const height = Math.min(highest, count / values.length / width);
    return [
      [from + bar * width, height],
      [from + (bar + 1) * width, height],
    ];
  });
  return [[from, 0], ...outline, [to, 0]];
}

/**
 * Draws two lines layer by layer, the student's and the right one, over a logarithmic axis.
 *
 * @param axes the axis of layers, and the label of the other
 * @param names what the lines are called
 * @param lines the points of the student's line, and of the right one
 */
export function twoLines(
  [x, y]: readonly [x: Axis, y: string],
  names: PlotNames,
  [yours, right]: readonly [yours: readonly Point[], right: readonly Point[]],
): Drawing {
  const series = [
    { label: names.yours, points: yours, style: 'solid' },
    { label: names.right, points: right, style: 'dashed' },
  ] as const;
  return { x, y: { label: y, domain: decadesAround(series), scale: 'log' }, series };
}

/** Whole powers of ten around all that a logarithmic axis can show, two of them at least. */
function decadesAround(series: readonly Series[]): Axis['domain'] {
  const logarithms = series
    .flatMap(({ points }) => points.map(([, y]) => Math.log10(y)))
    .filter((exponent) => Number.isFinite(exponent));
  const low = Math.floor(Math.min(0, ...logarithms));
  const high = Math.ceil(Math.max(0, ...logarithms));
  return [10 ** (low === high ? low - 1 : low), 10 ** (low === high ? high + 1 : high)];
}
