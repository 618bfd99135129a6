import { readFileSync } from 'node:fs';
import type { Language } from '../load/assignment/manifest.ts';
import { wordsFile } from '../load/spoken-file.ts';
import { plainSentence } from '../plain-math/plain-math.ts';
import { createValidator } from '../schema/validator.ts';
import isValid from './catalogue.schema.json?validator';
import type { AssignmentWords } from './catalogue.ts';
import { wordsIn } from './words-in-markdown.ts';

const validate = createValidator<AssignmentWords>(isValid, 'bad-catalogue');

/**
 * Reads the words of an assignment in a language, or in the one that it has: `messages.en.md`, or `messages.en.json`, which
 * is what is made of templates. Formulas in titles and in sentences of laws are Unicode from here on: not all that shows
 * them renders Markdown. Throws `bad-catalogue`.
 */
export function readAssignmentWords(folder: string, language: Language): AssignmentWords {
  const file = wordsFile(folder, language);
  const text = readFileSync(file, 'utf8');
  const { laws, misconceptions, plots, ...more } = file.endsWith('.md') ? wordsIn(text, file) : validate(text, file);
  return {
    ...more,
    laws: mapped(laws, plainSentence),
    misconceptions: mapped(misconceptions, withPlainTitle),
    ...(plots && { plots: mapped(plots, withPlainTitle) }),
  };
}

const withPlainTitle = <T extends { readonly title: string }>(one: T): T => ({
  ...one,
  title: plainSentence(one.title),
});

const mapped = <T>(all: Readonly<Record<string, T>>, change: (one: T) => T): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(all).map(([id, one]) => [id, change(one)]));
