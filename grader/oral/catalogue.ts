import en from '../../templates/oral/messages.en.json' with { type: 'json' };
import ru from '../../templates/oral/messages.ru.json' with { type: 'json' };
import type { Language } from '../load/assignment/manifest.ts';

/** The words of a sheet that are the same for every assignment. No student's check loads them. */
export type SheetWords = typeof en;

const words: Readonly<Record<Language, SheetWords>> = { en, ru };

export const sheetWordsIn = (language: Language): SheetWords => words[language];
