/** As much of a line is shown. */
const maxWidth = 100;

/** A line of a text and, below it, a caret under one of its columns; undefined where there is no such line. */
export function excerpt(text: string, line: number, column: number): string | undefined {
  const whole = text.split(/\r\n|[\n\r\u2028\u2029]/)[line - 1];
  if (whole === undefined || column < 1 || column > whole.length + 1) return undefined;
  const first = Math.max(0, Math.min(column - 1 - maxWidth / 2, whole.length - maxWidth));
  const shown = whole.slice(first, first + maxWidth);
  const before = shown.slice(0, column - 1 - first);
  const [left, right] = [first > 0 ? '…' : '', first + maxWidth < whole.length ? '…' : ''];
  // Tabs are of the same width in both lines; of what takes no room nothing stands below.
  const blanks = before.replace(/[\u0300-\u036f\u200b-\u200f\u2060-\u2064\ufeff]/g, '').replace(/[^\t]/gu, ' ');
  return `${left}${shown}${right}\n${left === '' ? '' : ' '}${blanks}^`.replaceAll('\t', '  ');
}
