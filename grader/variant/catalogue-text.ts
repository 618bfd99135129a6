import { keptWords } from '../catalogue/words-in-markdown.ts';
import type { Rendering } from './rendering.ts';

type Fill = (text: string) => string;

/**
 * The words of an assignment under some parameters: what has no law or misconception there is left out. Undefined for a
 * file that is none of words.
 *
 * @param fill fills a template; what is none stays as it is
 */
export function wordsText(name: string, text: string, fill: Fill, rendering: Rendering): string | undefined {
  if (/^messages\.\w+\.json$/.test(name)) return filledCatalogue(text, fill, rendering);
  if (!/^messages\.\w+\.md$/.test(name)) return undefined;
  const { laws, misconceptions } = rendering;
  const ids = { laws, misconceptions };
  return keptWords(fill(text), (kind, id) => kind === 'plots' || ids[kind].includes(id));
}

interface Catalogue {
  readonly laws: Readonly<Record<string, Json>>;
  readonly misconceptions: Readonly<Record<string, Json>>;
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * A catalogue is filled string by string, so that no word can break it; keys are filled as well, for laws and
 * misconceptions that bear the name of what varies. What has no law or misconception under the parameters is left out.
 */
function filledCatalogue(text: string, fill: Fill, { laws, misconceptions }: Rendering): string {
  const filled = (value: Json): Json => {
    if (typeof value === 'string') return fill(value);
    if (Array.isArray(value)) return value.map(filled);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, filled(field)]));
  };
  const known = (entries: Catalogue['laws'], ids: readonly string[]): Json =>
    Object.fromEntries(
      Object.entries(entries)
        .map(([key, entry]) => [fill(key), entry] as const)
        .filter(([id]) => ids.includes(id)),
    );
  const all = JSON.parse(text) as Catalogue;
  const kept = { ...all, laws: known(all.laws, laws), misconceptions: known(all.misconceptions, misconceptions) };
  return `${JSON.stringify(filled(kept), null, 2)}\n`;
}
