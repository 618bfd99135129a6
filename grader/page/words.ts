import en from '../../templates/page/messages.en.json' with { type: 'json' };
import ru from '../../templates/page/messages.ru.json' with { type: 'json' };
import type { Language } from '../load/assignment/manifest.ts';

/** What a page says by itself, in one language. */
export type PageWords = typeof en;

const words: Readonly<Record<Language, PageWords>> = { en, ru };

export const pageWordsIn = (language: Language): PageWords => words[language];
