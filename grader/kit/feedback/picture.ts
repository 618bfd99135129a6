/** A picture of a statement as data: what is drawn is computed from the reference, how it looks is the grader's. */
export interface Picture {
  /** For those who cannot see it. */
  readonly title: string;
  readonly description: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly series: readonly Series[];
}

/** An axis: what stands beside it, from where to where it goes, and how it is divided. */
export interface Axis {
  readonly label: string;
  readonly domain: readonly [number, number];
  readonly scale?: 'linear' | 'log';
}

/** A point of a line, in the units of the axes. */
export type Point = readonly [x: number, y: number];

/** Points joined by a line. The style tells lines apart where color cannot. */
export interface Series {
  readonly label: string;
  /** Where the label begins; without it, beside the plot at the height of the last point. */
  readonly labelAt?: Point;
  readonly points: readonly Point[];
  readonly style: 'solid' | 'dashed' | 'dotted' | 'dashdot' | 'arrow' | 'outline' | 'filled';
  /** The task whose answers it shows, where a picture shows those of several. */
  readonly of?: string;
}

/** Points of a line: f at `count` equally spaced arguments from `from` to `to`. */
export function curve(f: (x: number) => number, from: number, to: number, count = 121): Series['points'] {
  return Array.from({ length: count }, (_, i) => {
    const x = from + ((to - from) * i) / (count - 1);
    return [x, f(x)];
  });
}
