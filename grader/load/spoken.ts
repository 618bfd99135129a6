import { existsSync } from 'node:fs';
import path from 'node:path';
import { listAssignments } from './assignment/grading.ts';
import { type Language, languages } from './assignment/manifest.ts';
import { wordsFiles } from './spoken-file.ts';

/** The language that is wanted, where the project has it: a handout in one language has no words in another. */
export function spokenIn(root: string, wanted: Language): Language {
  const isSpoken = (language: Language): boolean =>
    listAssignments(root).some((slug) =>
      wordsFiles(language).some((name) => existsSync(path.join(root, 'assignments', slug, name))),
    );
  return isSpoken(wanted) ? wanted : (languages.find(isSpoken) ?? wanted);
}
