import { type Data, type Interval, isForeign, isInterval, isList, isRecord, isRngSeed } from '../../kit.ts';
import { shortNumber, shortPair } from './numbers.ts';

/** How numbers are written: arguments in full, so that they can be typed in again; answers shortened. */
type NumberStyle = (value: number) => string;
export const inFull: NumberStyle = (value) => (Object.is(value, -0) ? '-0' : String(value));

const maxLength = 2000;
/** Where all does not fit: so many entries of each list, and how many more there are. */
const fewEntries = 4;

const cut = (text: string): string => (text.length > maxLength ? `${text.slice(0, maxLength)}…` : text);

/** Data as a TypeScript literal, cut where it grows beyond what anybody reads. */
export function literal(value: Data | Interval, number: NumberStyle = inFull): string {
  const text = isInterval(value)
    ? `${shortNumber(value.center)} ± ${shortNumber(value.halfWidth, 2)}`
    : write(value, number);
  return cut(text);
}

/** A call of a function; of arguments too large to be read, the first entries of each list. */
export function callLiteral(task: string, args: readonly Data[]): string {
  const written = args.map((arg) => {
    const whole = write(arg, inFull);
    return whole.length > maxLength ? cut(write(arg, inFull, fewEntries)) : whole;
  });
  return `${task}(${written.join(', ')})`;
}

/** Two answers with short numbers: one that differs from its counterpart is never written like it. */
export function literalPair(expected: Data | Interval, received: Data): readonly [string, string] {
  if (isInterval(expected)) return [literal(expected), literal(received, shortNumber)];
  const [left, right] = writePair(expected, received);
  return [cut(left), cut(right)];
}

function writePair(a: Data, b: Data): readonly [string, string] {
  if (typeof a === 'number' && typeof b === 'number') return shortPair(a, b);
  if (isList(a) && isList(b) && a.length === b.length) {
    const entries = a.map((entry, i) => writePair(entry, b[i]));
    return [`[${entries.map(([left]) => left).join(', ')}]`, `[${entries.map(([, right]) => right).join(', ')}]`];
  }
  if (isRecord(a) && isRecord(b) && Object.keys(a).join() === Object.keys(b).join() && Object.keys(a).length > 0) {
    const fields = Object.entries(a).map(([key, field]) => [key, ...writePair(field, b[key])] as const);
    const side = (of: 1 | 2): string => `{ ${fields.map((field) => `${field[0]}: ${field[of]}`).join(', ')} }`;
    return [side(1), side(2)];
  }
  return [write(a, shortNumber), write(b, shortNumber)];
}

/** Data as a TypeScript literal, however long it is; of each list at most `most` entries. */
export function write(value: Data, number: NumberStyle = inFull, most = Infinity): string {
  if (typeof value === 'number') return number(value);
  if (typeof value === 'string') return `'${value.replace(/[\\'\n\r]/g, (char) => JSON.stringify(char).slice(1, -1))}'`;
  if (isRngSeed(value)) return 'rng';
  if (isForeign(value)) return value.kind;
  if (isList(value)) {
    const shown = value.length > most + 1 ? value.slice(0, most) : value;
    const rest = value.length - shown.length;
    return `[${shown.map((entry) => write(entry, number, most)).join(', ')}${rest > 0 ? `, … +${rest}` : ''}]`;
  }
  if (isRecord(value)) {
    const fields = Object.entries(value).map(([key, field]) => `${key}: ${write(field, number, most)}`);
    return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
  }
  return String(value);
}
