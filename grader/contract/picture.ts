/** A picture of a statement as data: what is drawn is computed from the reference, how it looks is the grader's. */
export interface Picture {
  /** For those who cannot see it. */
  readonly title: string;
  readonly description: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly series: readonly Series[];
}

export interface Axis {
  readonly label: string;
  readonly domain: readonly [number, number];
  readonly scale?: 'linear' | 'log';
}

/** Points joined by a line. Its label stands at its last point; the style tells lines apart where color cannot. */
export interface Series {
  readonly label: string;
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly style: 'solid' | 'dashed' | 'dotted' | 'arrow' | 'outline';
}

/** f at `count` equally spaced arguments from `from` to `to`. */
export function curve(f: (x: number) => number, from: number, to: number, count = 121): Series['points'] {
  return Array.from({ length: count }, (_, i) => {
    const x = from + ((to - from) * i) / (count - 1);
    return [x, f(x)] as const;
  });
}
