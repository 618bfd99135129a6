/** A number in at most `digits` significant digits, without trailing zeros: 1.003, 2.4e-17. */
export function shortNumber(value: number, digits = 4): string {
  if (!Number.isFinite(value) || Number.isInteger(value)) return Object.is(value, -0) ? '0' : String(value);
  const [mantissa = '', exponent] = value.toPrecision(digits).split('e');
  const trimmed = mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa;
  return exponent === undefined ? trimmed : `${trimmed}e${Number(exponent)}`;
}

/** Two different numbers in as few digits as keep them apart, from four on. */
export function shortPair(a: number, b: number): readonly [string, string] {
  for (let digits = 4; digits < 17; digits++) {
    const pair = [shortNumber(a, digits), shortNumber(b, digits)] as const;
    if (pair[0] !== pair[1] || Object.is(a, b)) return pair;
  }
  return [String(a), String(b)];
}
