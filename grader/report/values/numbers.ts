/** Whole numbers up to here are written out: labels, sizes, seeds. */
const longestWhole = 1e9;

/** Smaller ones are written with a power of ten: 1e-6, not 0.000001. */
const smallestPlain = 1e-4;

/** A number in at most `digits` significant digits, without trailing zeros: 1.003, 2.4e-17. */
export function shortNumber(value: number, digits = 4): string {
  if (!Number.isFinite(value)) return String(value);
  if (Number.isInteger(value) && Math.abs(value) < longestWhole) return value === 0 ? '0' : String(value);
  const isSmall = value !== 0 && Math.abs(value) < smallestPlain;
  const rounded = isSmall ? value.toExponential(digits - 1) : value.toPrecision(digits);
  const [mantissa = '', exponent] = rounded.split('e');
  const trimmed = mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa;
  return exponent === undefined ? trimmed : `${trimmed}e${Number(exponent)}`;
}

/** Maximum number of digits shown; more cannot be compared by eye. */
const mostDigits = 7;

/**
 * Two different numbers in as few digits as keep them apart, from four on; where that is more than seven, the second is
 * written as the first and what is between them: 1 and 1 - 2.2e-16, never 0.9999999999999998.
 */
export function shortPair(a: number, b: number): readonly [string, string] {
  for (let digits = 4; digits <= mostDigits; digits++) {
    const pair = [shortNumber(a, digits), shortNumber(b, digits)] as const;
    if (pair[0] !== pair[1] || Object.is(a, b)) return pair;
  }
  const first = shortNumber(a);
  return a === b ? [first, `-${first}`] : [first, apart(first, b - a)];
}

const apart = (text: string, distance: number): string =>
  `${text} ${distance < 0 ? '-' : '+'} ${shortNumber(Math.abs(distance), 2)}`;

/**
 * An argument in six digits, for reading: what is close to a whole number is written as that and the rest, as in
 * 1 - 1e-12, for 1 would be another argument.
 */
export function readableNumber(value: number): string {
  const full = String(value);
  if (!Number.isFinite(value) || full.replace(/e.*|[-.]/g, '').replace(/^0+/, '').length <= 8) return full;
  const short = Number(value.toPrecision(6));
  return Number.isInteger(short) && short !== value && Math.abs(short) < longestWhole
    ? apart(String(short), value - short)
    : String(short);
}
