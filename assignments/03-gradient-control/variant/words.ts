import en from '../texts/words.en.json' with { type: 'json' };
import ru from '../texts/words.ru.json' with { type: 'json' };

export type Language = 'en' | 'ru';

/** What the texts are filled with that is not computed. */
export const words = { en, ru } as const;
