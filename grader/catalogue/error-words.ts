import en from '../../templates/errors.en.json' with { type: 'json' };
import ru from '../../templates/errors.ru.json' with { type: 'json' };
import { type ErrorWords, NablaError, type Saying, said } from '../errors.ts';
import type { Language } from '../load/assignment/manifest.ts';

const words: Readonly<Record<Language, ErrorWords>> = { en, ru };

/** What is wrong, and what to do, as two sentences on one line. */
export function errorLine(error: Saying, language: Language): string {
  const { what, todo } = said(error, words[language]);
  return todo === '' ? what : `${what.replace(/\.$/, '')}. ${todo}`;
}

/** The same for whatever was thrown: what is no error of ours says it in its own words. */
export const thrownLine = (error: unknown, language: Language): string =>
  error instanceof NablaError ? errorLine(error, language) : error instanceof Error ? error.message : String(error);
