import russian from '../../templates/sentences.ru.json' with { type: 'json' };
import type { Language } from '../load/manifest.ts';

/** A sentence with places for values, as a pattern, and the same in another language. */
interface Sentence {
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly text: string;
}

const placeholder = /\{(\w+)\}/g;

/** The most literal first: `{file}: {reason}` would fit nearly everything. Read when the first one is wanted. */
let known: readonly Sentence[] | undefined;
const sentences = (): readonly Sentence[] => {
  known ??= Object.entries(russian)
    .toSorted(([a], [b]) => literalLength(b) - literalLength(a))
    .map(([english, text]) => ({
      pattern: new RegExp(`^${english.split(placeholder).map(patternOf).join('')}$`, 's'),
      names: [...english.matchAll(placeholder)].map(([, name = '']) => name),
      text,
    }));
  return known;
};

function literalLength(english: string): number {
  return english.replace(placeholder, '').length;
}

/** What stands between placeholders, and, at every other place, the name of one. */
function patternOf(part: string, index: number): string {
  return index % 2 === 1 ? '(.+?)' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/**
 * What goes wrong with a call is said in English where it is found, and here in the language of the call, sentence by
 * sentence, with what stands in its places translated alike. What is not known stays as it is.
 */
export function translated(english: string, language: Language): string {
  if (language === 'en') return english;
  for (const { pattern, names, text } of sentences()) {
    const found = pattern.exec(english);
    if (found === null) continue;
    const values = new Map(names.map((name, i) => [name, translated(found[i + 1] ?? '', language)]));
    return text.replace(placeholder, (_, name: string) => values.get(name) ?? '');
  }
  return english;
}
