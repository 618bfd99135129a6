import type { Drawing, Series } from '../kit.ts';

/** Sentences with places for values, in the reader's language. */
export interface AltWords {
  /** {label}, {first}, {last} */
  readonly altLine: string;
  /** {label}, {largest} */
  readonly altHill: string;
}

const short = (value: number): string => String(Number(value.toPrecision(2)));
const fill = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

/** What is to be seen in a drawing, for those who cannot see it: where each line begins and ends, or how high it is. */
export function altOf({ series }: Drawing, words: AltWords): string {
  const lines = series.map(({ label, points }: Series) => {
    const values = points.map(([, y]) => y);
    const [first = 0, last = 0] = [values.at(0), values.at(-1)];
    const largest = values.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
    const isHill = Math.max(Math.abs(first), Math.abs(last)) <= largest / 20;
    const numbers = { label, first: short(first), last: short(last), largest: short(largest) };
    return fill(isHill ? words.altHill : words.altLine, numbers);
  });
  return `${lines.join('; ')}.`;
}
