import en from '../../templates/messages.en.json' with { type: 'json' };
import ru from '../../templates/messages.ru.json' with { type: 'json' };
import type { Language } from '../load/assignment/manifest.ts';

/** The grader's own words, in one language. */
export type Messages = typeof en;

const messages: Readonly<Record<Language, Messages>> = { en, ru };

export const messagesIn = (language: Language): Messages => messages[language];

/** The words of one assignment: for each law a sentence, for each misconception a name and an explanation. */
export interface AssignmentWords {
  readonly laws: Readonly<Record<string, string>>;
  readonly misconceptions: Readonly<Record<string, { readonly title: string; readonly explanation: string }>>;
  /** For each plot what it is, and what is to be seen in it. */
  readonly plots?: Readonly<Record<string, { readonly title: string; readonly description: string }>>;
}

export { fill } from '../kit/fill.ts';
