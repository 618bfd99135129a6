/** A number or a formula in LaTeX, and as plain text. */
export interface Written {
  readonly tex: string;
  readonly text: string;
}

/** As short as it is exact: a decimal of up to ten digits, a fraction of small numbers, or else twelve digits. */
export function written(x: number): Written {
  const isExactly = (y: number): boolean => Math.abs(y - x) <= 4e-16 * Math.abs(x);
  const short = Number(x.toPrecision(10));
  const same = (text: string): Written => ({ tex: text.replace('−', '-'), text });
  if (isExactly(short)) return same(minus(String(short)));
  for (let q = 3; q < 100; q++) {
    const p = Math.round(x * q);
    if (isExactly(p / q)) return { tex: `\\frac{${p}}{${q}}`, text: minus(`${p}/${q}`) };
  }
  return same(minus(String(Number(x.toPrecision(12)))));
}

const minus = (text: string): string => text.replace('-', '−');

/** x·y as one number where that is short and exact, else as a product. */
export function product(x: number, y: number): Written {
  const whole = written(x * y);
  const [left, right] = [written(x), written(y)];
  return whole.text.length <= Math.max(8, left.text.length + right.text.length)
    ? whole
    : { tex: `${left.tex} \\cdot ${right.tex}`, text: `${left.text}·${bracketed(right.text)}` };
}

const bracketed = (text: string): string => (text.includes('/') ? `(${text})` : text);

/** x as a factor: nothing where it is 1. */
export function factor(x: Written): Written {
  return x.text === '1' ? { tex: '', text: '' } : { tex: x.tex, text: `${bracketed(x.text)}·` };
}

/** a, or (a/x). */
export function ratio(a: Written, x: number, sign = '/'): Written {
  const by = bracketed(written(x).text).replace('−', '-');
  return x === 1 ? a : { tex: `(${a.tex}${sign}${by})`, text: `(${a.text}${sign}${by})` };
}
