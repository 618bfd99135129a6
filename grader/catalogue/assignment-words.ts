import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Language } from '../load/manifest.ts';
import { createValidator } from '../schema/validator.ts';
import isValid from './catalogue.schema.json?validator';
import type { AssignmentWords } from './catalogue.ts';

const validate = createValidator<AssignmentWords>(isValid, 'bad-catalogue');

/** Reads `messages.en.json` or `messages.ru.json` of an assignment. Throws `bad-catalogue`. */
export function readAssignmentWords(folder: string, language: Language): AssignmentWords {
  const file = path.join(folder, `messages.${language}.json`);
  return validate(readFileSync(file, 'utf8'), file);
}
