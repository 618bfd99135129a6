import { existsSync } from 'node:fs';
import path from 'node:path';
import { listAssignments } from './grading.ts';
import { type Language, languages } from './manifest.ts';

/** The language that is wanted, where the project has it: a handout in one language has no words in another. */
export function spokenIn(root: string, wanted: Language): Language {
  const isSpoken = (language: Language): boolean =>
    listAssignments(root).some((slug) => existsSync(path.join(root, 'assignments', slug, `messages.${language}.json`)));
  return isSpoken(wanted) ? wanted : (languages.find(isSpoken) ?? wanted);
}
