import type { Assignment } from '../../load/assignment/grading.ts';
import type { Language } from '../../load/assignment/manifest.ts';
import { wordsFiles } from '../../load/spoken-file.ts';
import { formulasIn, unshownIn } from '../../plain-math/plain-math.ts';
import { type Problem, problem } from '../verification.ts';
import { readText } from './read-text.ts';

/**
 * Hints and explanations are read in a terminal: each command of LaTeX in them is one that it can show. Formulas of a
 * variant follow from its parameters, and are nobody's to mend.
 */
export const formulaProblems = ({ folder, manifest }: Assignment, language: Language): readonly Problem[] =>
  (manifest.variant === null ? [`hints.${language}.md`, ...wordsFiles(language)] : []).flatMap((file) => {
    const text = readText(folder, file) ?? '';
    // In JSON a backslash is two.
    const said = file.endsWith('.json') ? text.replaceAll('\\\\', '\\') : text;
    return [...new Set(formulasIn(said).flatMap(unshownIn))].map((command) => {
      const line = said.slice(0, said.indexOf(command)).split('\n').length;
      return problem('formula-unshown', `${file}:${line}`, { command });
    });
  });
