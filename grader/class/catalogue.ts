import en from '../../templates/class/messages.en.json' with { type: 'json' };
import ru from '../../templates/class/messages.ru.json' with { type: 'json' };
import { type Messages, messagesIn } from '../catalogue/catalogue.ts';
import type { Language } from '../load/assignment/manifest.ts';

/** The words for a class, beside the grader's own. They are a catalogue of their own: no student's check loads them. */
export type ClassMessages = Messages & typeof en;

const words: Readonly<Record<Language, typeof en>> = { en, ru };

export const classMessagesIn = (language: Language): ClassMessages => ({ ...messagesIn(language), ...words[language] });
