import path from 'node:path';
import { NablaError } from '../errors.ts';
import type { Picture, VariantTexts } from '../kit.ts';
import type { Variant } from '../load/assignment/manifest.ts';
import { fillWorked } from '../worked/fill.ts';

/** What the build made of an assignment's `variant.ts` and `texts/`. */
export interface BuiltTexts {
  readonly variant: VariantTexts<Readonly<Record<string, unknown>>>;
  /** The templates of `texts/`, by their own text. */
  readonly templates: ReadonlyMap<string, (words: object) => string>;
}

export interface Rendering {
  /** The folder of the assignment. */
  readonly folder: string;
  readonly texts: BuiltTexts['variant'];
  readonly templates: BuiltTexts['templates'];
  readonly parameters: Readonly<Record<string, unknown>>;
  /** null for the lecture's own. */
  readonly variant: Variant | null;
  /** Ids of the laws and of the misconceptions that are still mistakes under these parameters; messages for all others are left out. */
  readonly laws: readonly string[];
  readonly misconceptions: readonly string[];
  /** The right functions, by name: what worked examples are computed by. */
  readonly functions: Readonly<Record<string, unknown>>;
  /** Draws a picture as SVG. */
  readonly draw: (picture: Picture) => string;
}

/** Most strings of a catalogue are filled as they are; what is not was compiled when the project was built. */
export function fill(text: string, words: object, { folder, templates }: Rendering): string {
  if (!text.includes('{{')) return text;
  const template = templates.get(text);
  if (template === undefined) {
    throw new NablaError('not-built', 'not-built', { name: path.basename(folder) });
  }
  return template(words);
}

export const filledText = (text: string, words: object, rendering: Rendering): string =>
  fillWorked(fill(text, words, rendering), rendering.functions);
