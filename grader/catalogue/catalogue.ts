import { readFileSync } from 'node:fs';
import path from 'node:path';
import en from '../../templates/messages.en.json' with { type: 'json' };
import ru from '../../templates/messages.ru.json' with { type: 'json' };
import type { Language } from '../load/manifest.ts';
import { createValidator } from '../schema/validator.ts';
import isValid from './catalogue.schema.json?validator';

/** The grader's own words, in one language. */
export type Messages = typeof en;

const messages: Readonly<Record<Language, Messages>> = { en, ru };

export const messagesIn = (language: Language): Messages => messages[language];

/** The words of one assignment: a sentence for each law, a name and an explanation for each misconception. */
export interface AssignmentWords {
  readonly laws: Readonly<Record<string, string>>;
  readonly misconceptions: Readonly<Record<string, { readonly title: string; readonly explanation: string }>>;
}

const validate = createValidator<AssignmentWords>(isValid, 'bad-catalogue');

/** Reads `messages.en.json` or `messages.ru.json` of an assignment. Throws `bad-catalogue`. */
export function readAssignmentWords(folder: string, language: Language): AssignmentWords {
  const file = path.join(folder, `messages.${language}.json`);
  return validate(readFileSync(file, 'utf8'), file);
}

/** Fills `{name}` from values. A placeholder without a value stays visible: a test looks for those. */
export const fill = (template: string, values: Readonly<Record<string, string | number>>): string =>
  template.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(values[name] ?? placeholder));
