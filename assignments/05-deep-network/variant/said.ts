import en from '../texts/words.en.json' with { type: 'json' };
import ru from '../texts/words.ru.json' with { type: 'json' };

export type Language = 'en' | 'ru';

/** What the texts are filled with that is not computed. */
export const said = { en, ru } as const;

/** What is written out of a number: the number itself where nobody has. */
export const writtenOut = (numbers: Readonly<Record<string, string>>, n: number): string =>
  numbers[String(n)] ?? String(n);
