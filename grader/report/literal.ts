import { type Data, type Interval, isForeign, isInterval, isList, isRecord, isRngSeed } from '../contract.ts';
import { shortNumber } from './numbers.ts';

/** How numbers are written: arguments in full, so that they can be typed in again; answers shortened. */
type NumberStyle = (value: number) => string;
export const inFull: NumberStyle = (value) => (Object.is(value, -0) ? '-0' : String(value));

const maxLength = 2000;

/** Data as a TypeScript literal, cut where it grows beyond what anybody reads. */
export function literal(value: Data | Interval, number: NumberStyle = inFull): string {
  const text = isInterval(value)
    ? `${shortNumber(value.center)} ± ${shortNumber(value.halfWidth, 2)}`
    : write(value, number);
  return text.length > maxLength ? `${text.slice(0, maxLength)}…` : text;
}

function write(value: Data, number: NumberStyle): string {
  if (typeof value === 'number') return number(value);
  if (typeof value === 'string') return `'${value.replace(/[\\'\n\r]/g, (char) => JSON.stringify(char).slice(1, -1))}'`;
  if (isRngSeed(value)) return 'rng';
  if (isForeign(value)) return value.kind;
  if (isList(value)) return `[${value.map((entry) => write(entry, number)).join(', ')}]`;
  if (isRecord(value)) {
    const fields = Object.entries(value).map(([key, field]) => `${key}: ${write(field, number)}`);
    return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
  }
  return String(value);
}
