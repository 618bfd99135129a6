import { skipComments } from './comments.ts';
import type { Erasing } from './erasing.ts';

/** The comma behind a parameter or a specifier that goes. */
export function blankComma(from: number, { text, blank }: Erasing): void {
  const comma = skipComments(text, from);
  if (text[comma] === ',') blank(from, comma + 1);
}
