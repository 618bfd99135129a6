/** Where the next token begins, behind blanks and comments. */
export function skipComments(text: string, from: number): number {
  let at = from;
  for (;;) {
    if (text.startsWith('/*', at)) {
      const end = text.indexOf('*/', at + 2);
      if (end < 0) return text.length;
      at = end + 2;
    } else if (text.startsWith('//', at)) {
      while (at < text.length && !/[\n\r\u2028\u2029]/.test(text[at]!)) at += 1;
    } else if (at < text.length && /\s/.test(text[at]!)) at += 1;
    else return at;
  }
}

/** A part of a text, with blanks in the place of its comments. */
export const withoutComments = (text: string, start: number, end: number): string =>
  text.slice(start, end).replace(/\/\*[\s\S]*?\*\/|\/\/[^\n\r\u2028\u2029]*/g, (found) => ' '.repeat(found.length));
