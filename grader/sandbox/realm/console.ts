import { apply, createRecord, getPrototypeOf, isArray, ownKeys, slice, toText } from './primordials.ts';

export interface Printer {
  readonly console: object;
  /** What was printed since the last call. */
  take(): string;
}

function inspect(value: unknown, depth = 0): string {
  if (typeof value === 'string') return depth === 0 ? value : `'${value}'`;
  if (typeof value === 'function') return '[function]';
  if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? '-0' : toText(value);
  if (depth > 4) return '…';
  let text = '';
  if (isArray(value)) {
    for (let index = 0; index < value.length && index < 100; index++) {
      text += (index > 0 ? ', ' : '') + inspect(value[index], depth + 1);
    }
    return `[${text}${value.length > 100 ? ', …' : ''}]`;
  }
  if (getPrototypeOf(value) !== null && value instanceof Error) return toText(value.message);
  const keys = ownKeys(value);
  for (let index = 0; index < keys.length && index < 100; index++) {
    const key = keys[index] as string;
    text += `${index > 0 ? ', ' : ''}${key}: ${inspect((value as { readonly [key: string]: unknown })[key], depth + 1)}`;
  }
  return `{ ${text} }`;
}

/** To read a character of a longer string, the engine copies all of it first. */
const maxLine = 2 ** 20;

/** Keeps so many characters of what a student's code prints in one frame; the rest is cut. */
export function createPrinter(maxPrinted: number): Printer {
  let printed = '';
  const print = (...values: unknown[]): void => {
    if (printed.length > maxPrinted) return;
    let line = '';
    for (let index = 0; index < values.length; index++) {
      line += (index > 0 ? ' ' : '') + (apply(inspect, undefined, [values[index]]) as string);
    }
    printed += line.length > maxLine ? `[${line.length} characters]\n` : `${slice(line, 0, maxPrinted)}\n`;
  };
  const console = createRecord(null);
  for (const method of ['log', 'info', 'warn', 'error', 'debug', 'table', 'trace', 'dir']) console[method] = print;
  return {
    console,
    take() {
      const text = printed.length > maxPrinted ? `${slice(printed, 0, maxPrinted)}…` : printed;
      printed = '';
      return text;
    },
  };
}
