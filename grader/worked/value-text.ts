/** What one line of a text holds. */
const width = 90;

/** Six decimals; of what is very small or large three digits; what six decimals have exactly without zeros at its end. */
function numberText(x: number): string {
  const size = Math.abs(x);
  const places = x.toFixed(6);
  if (!Number.isFinite(x) || Math.abs(Number(places) - x) <= 1e-13 * size) return String(Number(places) + 0);
  if (size >= 1e-3 && size < 1e6) return places;
  return x.toExponential(2);
}

/** A value as TypeScript, on several lines where it is long. */
export function valueText(value: unknown): string {
  const short = onOneLine(value);
  if (short.length <= width || typeof value !== 'object' || value === null) return short;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const entries = Array.isArray(value)
    ? value.map(valueText)
    : Object.entries(value).map(([key, entry]) => `${key}: ${valueText(entry)}`);
  return [open, ...entries.map((entry) => `  ${entry.replaceAll('\n', '\n  ')},`), close].join('\n');
}

/** The same without a break. */
export function onOneLine(value: unknown): string {
  if (typeof value === 'number') return numberText(value);
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).map(([key, entry]) => `${key}: ${onOneLine(entry)}`);
    return `{ ${fields.join(', ')} }`;
  }
  return String(value);
}
