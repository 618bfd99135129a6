const minus = (text: string): string => text.replace('-', '−');

/** As many decimals and no zeros at their end; a minus that is one. */
export const rounded = (value: number, decimals = 6): string => minus(String(Number(value.toFixed(decimals))));

/** With all of its decimals, for LaTeX. */
export const fixedTex = (value: number, decimals = 6): string => value.toFixed(decimals);

/** Two digits of a number that may be tiny or huge, for LaTeX. */
export function roughTex(value: number): string {
  if (value === 0 || (value >= 1e-3 && value < 1e5)) return String(Number(value.toPrecision(4)));
  const [digits = '', exponent = ''] = value.toExponential(1).split('e');
  return `${digits} \\cdot 10^{${Number(exponent)}}`;
}

/** Two digits of a small number, for Markdown. */
export const rough = (value: number): string =>
  value >= 1e-5 ? String(Number(value.toPrecision(2))) : `$${roughTex(value)}$`;
