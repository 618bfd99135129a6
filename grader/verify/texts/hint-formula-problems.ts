import { hintsIn, sectionsOf } from '../../hint/hints.ts';
import type { Assignment } from '../../load/assignment/grading.ts';
import type { Language } from '../../load/assignment/manifest.ts';
import { type Problem, problem } from '../verification.ts';
import { readText } from './read-text.ts';

/** Shorter ones are names and numbers, which a hint may well repeat. */
const leastLength = 10;

/** No second hint has a formula that the statement sets off: those who did not understand it there do not here. */
export function hintFormulaProblems({ folder, manifest }: Assignment, language: Language): readonly Problem[] {
  const file = `hints.${language}.md`;
  const known = new Set(setOff(readText(folder, `statement.${language}.md`) ?? ''));
  return sectionsOf(readText(folder, file) ?? '', '## ')
    .filter(({ title }) => manifest.tasks.some(({ id }) => id === title))
    .flatMap(({ title, body }) => {
      const second = hintsIn(body).find((hint) => hint.title === '2');
      const own = second?.body ?? '';
      const repeated = [...setOff(own), ...inSentences(own)].find((formula) => known.has(formula));
      return repeated === undefined ? [] : [problem('hint-repeats', file, { task: title, formula: repeated })];
    });
}

/** Formulas that stand on lines of their own, and their right-hand sides. */
const setOff = (text: string): readonly string[] =>
  formulasOf(text, /\$\$([\s\S]*?)\$\$/g).flatMap((formula) => {
    const sides = formula.split('=').slice(1);
    return [formula, ...sides].filter(({ length }) => length >= leastLength);
  });

/** Whole equations of sentences: a side of one may well be named again. */
const inSentences = (text: string): readonly string[] =>
  formulasOf(text.replace(/\$\$[\s\S]*?\$\$/g, ''), /\$([^$\n]+)\$/g).filter((formula) => formula.includes('='));

/** Without what LaTeX needs for its looks alone. */
const formulasOf = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)]
    .flatMap(([, formula = '']) => formula.split(/\\qquad|\\quad/))
    .map((part) => part.replace(/\\(?:[,;:! ]|[bB]igg?[lr]|left|right|displaystyle|textstyle)|[\s.,]/g, ''));
