import temml from 'temml';
import { createMarkdown, type MathOf } from '../markdown.ts';

/** A formula as MathML, which every browser of today sets by itself. Throws where it is none. */
export const mathMl: MathOf = (latex, displayMode) =>
  temml.renderToString(latex, { displayMode, throwOnError: true, annotate: false });

/** By what a formula is found in a page's table. */
export const formulaKey = (latex: string, isDisplayed: boolean): string => `${isDisplayed ? '$$' : '$'}${latex}`;

/** All formulas in the texts of a catalogue, so that no page needs to know how to set one. */
export function formulasIn(catalogues: readonly unknown[]): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  const markdown = createMarkdown((latex, isDisplayed) => {
    found[formulaKey(latex, isDisplayed)] = mathMl(latex, isDisplayed);
    return '';
  });
  const look = (value: unknown): void => {
    if (typeof value === 'string') {
      if (value.includes('$')) markdown.block(value);
    } else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) look(one);
  };
  for (const catalogue of catalogues) look(catalogue);
  return found;
}
