import { readableNumber } from './numbers.ts';

/** A call as it is shown: laid out over lines, its long numbers shortened. */
export interface CallText {
  readonly text: string;
  /** Whether a number has fewer digits here than in the call itself. */
  readonly isShortened: boolean;
}

/** Strings, which nobody touches, and numbers with a fraction. */
const token = /'(?:[^'\\]|\\.)*'|-?\d+\.\d+(?:e[+-]?\d+)?/g;

/** A call in lines of at most so many characters, where brackets let it be broken; of long lists no more than fits. */
export function callText(call: string, width = 88, maxLines = 24): CallText {
  const short = call.replace(token, (found) => (found.startsWith("'") ? found : readableNumber(Number(found))));
  const whole = laidOut(short, width, '');
  const text = whole.split('\n').length > maxLines ? laidOut(abridged(short), width, '') : whole;
  return { text, isShortened: short !== call || text !== whole };
}

/** Lists longer than this are known by their first entries. */
const mostEntries = 4;

/** The first entries of each list, and how many more there are. */
function abridged(text: string): string {
  const open = text.search(/[([{]/);
  if (open < 0 || closing(text, open) !== text.length - 1) return text;
  const parts = partsOf(text.slice(open + 1, -1));
  const isList = text[open] === '[' && parts.length > mostEntries + 1;
  // A list that was already cut says how much of it is left out.
  const [, already] = /^… \+(\d+)$/.exec(parts.at(-1) ?? '') ?? [];
  const rest = parts.length - mostEntries + (already === undefined ? 0 : Number(already) - 1);
  const shown = isList ? [...parts.slice(0, mostEntries).map(abridged), `… +${rest}`] : parts.map(abridged);
  const [left, right] = text[open] === '{' ? ['{ ', ' }'] : [text[open], text.at(-1)];
  return `${text.slice(0, open)}${left}${shown.join(', ')}${right}`;
}

/** On one line if it fits; else what its outermost brackets hold, part by part on lines of their own. */
function laidOut(text: string, width: number, indent: string): string {
  const open = text.search(/[([{]/);
  const isWhole = open >= 0 && closing(text, open) === text.length - 1;
  if (indent.length + text.length <= width || !isWhole) return text;
  const inner = `${indent}  `;
  const inside = text.slice(open + 1, -1);
  const parts = partsOf(inside);
  const lines = /[([{]/.test(inside)
    ? parts.map((part) => `${laidOut(part, width, inner)},`)
    : filled(parts, width - inner.length);
  return `${text.slice(0, open + 1)}\n${lines.map((line) => `${inner}${line}\n`).join('')}${indent}${text.at(-1)}`;
}

/** Numbers one after the other, as many to a line as fit. */
function filled(parts: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + part.length + 2 <= width) lines[lines.length - 1] = `${line} ${part},`;
    else lines.push(`${part},`);
  }
  return lines;
}

/** Where the bracket that opens at `open` is closed. */
function closing(text: string, open: number): number {
  let depth = 0;
  let isQuoted = false;
  for (let at = open; at < text.length; at++) {
    const char = text[at]!;
    if (char === "'" && text[at - 1] !== '\\') isQuoted = !isQuoted;
    if (isQuoted) continue;
    if ('([{'.includes(char)) depth++;
    else if (')]}'.includes(char) && --depth === 0) return at;
  }
  return -1;
}

/** The parts between the commas that lie in no bracket. */
function partsOf(text: string): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    if (char === "'") at = text.indexOf("'", at + 1) === -1 ? text.length : text.indexOf("'", at + 1);
    else if ('([{'.includes(char)) {
      const end = closing(text, at);
      at = end === -1 ? text.length : end;
    } else if (char === ',') {
      parts.push(text.slice(start, at).trim());
      start = at + 1;
    }
  }
  const last = text.slice(start).trim();
  return last === '' ? parts : [...parts, last];
}
