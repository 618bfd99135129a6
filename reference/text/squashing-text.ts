import type { Family, Member } from '../activations/squashing.ts';
import { factor, product, ratio, type Written, written } from './written.ts';

/** A formula, and whether it has to stand in brackets beside a factor. */
export interface Rule extends Written {
  readonly isSum: boolean;
}

const scaled = (by: Written, { tex, text }: Written): Rule =>
  by.text === '1'
    ? { tex, text, isSum: true }
    : { tex: `${by.tex}\\,(${tex})`, text: `${by.text}·(${text})`, isSum: false };
const times = (by: Written, { tex, text }: Written): Rule => {
  const { tex: left, text: plain } = factor(by);
  return { tex: left === '' ? tex : `${left}\\,${tex}`, text: `${plain}${text}`, isSum: false };
};
/** a, or a/A without brackets of its own. */
const over = (a: Written, A: number): Written =>
  A === 1 ? a : { tex: ratio(a, A).tex.slice(1, -1), text: ratio(a, A).text.slice(1, -1) };

const rules: { readonly [F in Family]: (A: number, B: number, a: Written) => Rule } = {
  tanh(A, B, a) {
    const { tex, text } = ratio(a, A);
    return scaled(product(A, B), { tex: `1 - ${tex}^2`, text: `1 − ${text}²` });
  },
  logistic(A, B, a) {
    const inner = over(a, A);
    return times(written(B), { tex: `${a.tex}(1 - ${inner.tex})`, text: `${a.text}(1 − ${inner.text})` });
  },
  softsign(A, B, a) {
    const [up, down] = [factor(written(B / A)), written(A / B)];
    const size = { tex: `|${a.tex}|`, text: `|${a.text}|` };
    const isShorter = !down.text.includes('/') && down.text.length < up.text.length;
    const inner = isShorter
      ? { tex: `${size.tex}/${down.text}`, text: `${size.text}/${down.text}` }
      : { tex: `${up.tex}${size.tex}`, text: `${up.text}${size.text}` };
    return times(written(A), { tex: `(1 - ${inner.tex})^2`, text: `(1 − ${inner.text})²` });
  },
  arctan(A, B, a) {
    const { tex, text } = ratio(a, A);
    const gap = A === 1 ? ' ' : '';
    return times(product(A, B), { tex: `\\cos^2${gap}${tex}`, text: `cos²${gap}${text}` });
  },
  root(A, B, a) {
    const [by, { tex, text }] = [factor(written(B)), ratio(a, A)];
    return times(written(A), {
      tex: `(1 - ${by.tex}${tex}^2)^{3/2}`,
      text: `(1 − ${by.text}${text}²)^(3/2)`,
    });
  },
};

/** The slope of a member in terms of its output, which is called `a` unless told otherwise. */
export const outputRule = ({ family, A, B }: Member, a: Written = { tex: 'a', text: 'a' }): Rule =>
  rules[family](A, B, a);

const quotient = (numerator: string, denominator: string): string => `\\frac{${numerator}}{${denominator}}`;
/** 1/x as a factor. */
function part(x: number): string {
  const [{ tex, text }, inverse] = [written(x), written(1 / x)];
  if (x === 1) return '';
  return `${Number.isInteger(1 / x) || text.includes('/') ? inverse.tex : quotient('1', tex)} `;
}
/** factor·(sum) */
const bracketed = (by: number, sum: string): string => (by === 1 ? sum : `${factor(written(by)).tex}\\,(${sum})`);

/** LaTeX of the inverse function: the z at which the output is a. */
export function inverseTex({ family, A, B }: Member): string {
  const [a, b] = [written(A).tex, factor(written(B)).tex];
  switch (family) {
    case 'tanh':
      return `${part(2 * B)}\\ln ${quotient(`${a} + a`, `${a} - a`)}`;
    case 'logistic':
      return `${part(B)}\\ln ${quotient('a', `${a} - a`)}`;
    case 'softsign':
      return quotient('a', `${a} - ${b}|a|`);
    case 'arctan':
      return `${part(B)}\\tan ${ratio({ tex: 'a', text: 'a' }, A).tex}`;
    case 'root':
      return quotient('a', `\\sqrt{${written(A ** 2).tex} - ${b}a^2}`);
  }
}

/** t, over the slope at 0. */
const shareTex = (steepest: Written, t: string): string => (steepest.text === '1' ? t : quotient(t, steepest.tex));

/** LaTeX of the activation a > 0 at which the slope is t. */
export function activationAtTex({ family, A, B }: Member): string {
  const left = factor(written(A)).tex;
  switch (family) {
    case 'tanh':
      return `${left}\\sqrt{1 - ${shareTex(product(A, B), 't')}}`;
    case 'logistic': {
      const solved = `1 + \\sqrt{1 - ${shareTex(product(A, B), '4t')}}`;
      return A === 1 ? quotient(solved, '2') : bracketed(A / 2, solved);
    }
    case 'softsign':
      return bracketed(A / B, `1 - \\sqrt{${shareTex(written(A), 't')}}`);
    case 'arctan':
      return `${left}\\arccos \\sqrt{${shareTex(product(A, B), 't')}}`;
    case 'root': {
      const share = A === 1 ? 't^{2/3}' : `(${shareTex(written(A), 't')})^{2/3}`;
      return `${factor(written(A / Math.sqrt(B))).tex}\\sqrt{1 - ${share}}`;
    }
  }
}

/** A·tanh(Bz) and its like. */
export function valueText({ family, A, B }: Member): Written {
  const [a, b] = [factor(written(A)), factor(written(B))];
  switch (family) {
    case 'tanh':
      return { tex: `${a.tex}\\tanh(${b.tex}z)`, text: `${a.text}tanh(${b.text}z)` };
    case 'logistic':
      return {
        tex: quotient(written(A).tex, `1 + e^{-${b.tex}z}`),
        text: `${written(A).text} / (1 + e^(−${b.text}z))`,
      };
    case 'softsign':
      return { tex: quotient(`${a.tex}z`, `1 + ${b.tex}|z|`), text: `${a.text}z / (1 + ${b.text}|z|)` };
    case 'arctan':
      return { tex: `${a.tex}\\arctan(${b.tex}z)`, text: `${a.text}arctan(${b.text}z)` };
    case 'root':
      return { tex: quotient(`${a.tex}z`, `\\sqrt{1 + ${b.tex}z^2}`), text: `${a.text}z / √(1 + ${b.text}z²)` };
  }
}

/** The slope of a member at z, where `symbol` stands for the function itself. */
export function slopeText({ family, A, B }: Member, symbol: Written): Written {
  const [b, plain] = [factor(written(B)), written(A)];
  const inner = { tex: B === 1 ? ' z' : `(${b.tex}z)`, text: B === 1 ? ' z' : `(${b.text}z)` };
  switch (family) {
    case 'tanh':
      return scaled(product(A, B), { tex: `1 - \\tanh^2${inner.tex}`, text: `1 − tanh²${inner.text}` });
    case 'logistic': {
      const value = { tex: `${symbol.tex}(z)`, text: `${symbol.text}(z)` };
      return rules.logistic(A, B, value);
    }
    case 'softsign':
      return { tex: quotient(plain.tex, `(1 + ${b.tex}|z|)^2`), text: `${plain.text} / (1 + ${b.text}|z|)²` };
    case 'arctan': {
      const { tex, text } = product(A, B);
      const square = B === 1 ? { tex: 'z', text: 'z' } : { tex: inner.tex, text: inner.text };
      return { tex: quotient(tex, `1 + ${square.tex}^2`), text: `${text} / (1 + ${square.text}²)` };
    }
    case 'root':
      return { tex: quotient(plain.tex, `(1 + ${b.tex}z^2)^{3/2}`), text: `${plain.text} / (1 + ${b.text}z²)^(3/2)` };
  }
}
