/** A tree of numbers with text in the place of each. */
export type Shown<T> = T extends number
  ? string
  : T extends readonly (infer E)[]
    ? Shown<E>[]
    : { [K in keyof T]: Shown<T[K]> };

export function showAll<T>(tree: T, show: (x: number) => string): Shown<T> {
  const shown = (value: unknown): unknown => {
    if (typeof value === 'number') return show(value);
    if (Array.isArray(value)) return value.map(shown);
    return Object.fromEntries(Object.entries(value as object).map(([key, field]) => [key, shown(field)]));
  };
  return shown(tree) as Shown<T>;
}

interface Digits {
  readonly digits: string;
  readonly exponent: number;
}

/** Six places; of small numbers three digits; digits and an exponent of what is far from 1. */
function digitsOf(x: number): Digits {
  const size = Math.abs(x);
  const places = x.toFixed(6);
  if (Math.abs(Number(places) - x) <= 1e-13 * size) return { digits: String(Number(places) + 0), exponent: 0 };
  if (size >= 1e-3 && size < 1e6) return { digits: places, exponent: 0 };
  if (size >= 1e-5 && size < 1e-3) return { digits: x.toPrecision(3), exponent: 0 };
  const [digits = '', exponent = '0'] = x.toExponential(2).split('e');
  return { digits, exponent: Number(exponent) };
}

const withMinus = (text: string): string => text.replaceAll('-', '−');

const tex = ({ digits, exponent }: Digits): string => (exponent === 0 ? digits : `${digits} \\cdot 10^{${exponent}}`);
const text = ({ digits, exponent }: Digits): string => withMinus(exponent === 0 ? digits : `${digits}e${exponent}`);

/** As LaTeX: `-0.622459`, `8.24 \cdot 10^{-9}`. */
export const texOf = (x: number): string => tex(digitsOf(x));

/** As text, with a minus that is one. */
export const textOf = (x: number): string => text(digitsOf(x));

/** A number with six digits, wherever they begin. */
export function withSixDigits(x: number): { readonly tex: string; readonly text: string } {
  const [digits = '', exponent = '0'] = x.toPrecision(6).split('e');
  const shown = { digits: String(Number(digits)), exponent: Number(exponent) };
  return { tex: tex(shown), text: text(shown) };
}

/** In brackets where it is negative, to stand behind another sign. */
export const inBrackets =
  (show: (x: number) => string) =>
  (x: number): string =>
    x < 0 ? `(${show(x)})` : show(x);
