import type { ComparedActivation } from '../activations/pair.ts';
import en from '../texts/words.en.json' with { type: 'json' };
import ru from '../texts/words.ru.json' with { type: 'json' };

export type Language = 'en' | 'ru';

/** What the texts are filled with that is not computed. */
export const words = { en, ru } as const;

/** How an activation is called where it stands in a sentence; one that has no name of its own by its sign. */
export function namesIn(language: Language, { code, symbol }: ComparedActivation): Readonly<Record<string, string>> {
  const { activations } = words[language];
  const known = Object.entries<Readonly<Record<string, string>>>(activations).find(([name]) => name === code)?.[1];
  if (known) return known;
  return Object.fromEntries(
    Object.entries(activations.other).map(([key, text]) => [key, text.replace('{symbol}', symbol.text)]),
  );
}
