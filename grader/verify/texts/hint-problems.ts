import { sectionsOf } from '../../hint/hints.ts';
import type { Assignment } from '../../load/grading.ts';
import type { Language } from '../../load/manifest.ts';
import { type Problem, problem } from '../verification.ts';
import { readText } from './read-text.ts';

/** A nudge, the formula, a worked example. */
const levels = ['1', '2', '3'];

/** hints.LANGUAGE.md has a section `## task` for each task, in it `### 1` to `### 3`, none of them empty, and no others. */
export function hintProblems({ folder, manifest }: Assignment, language: Language): readonly Problem[] {
  const file = `hints.${language}.md`;
  const text = readText(folder, file);
  if (text === undefined) return [problem('no-file', file)];
  const ids = manifest.tasks.map(({ id }) => id);
  const sections = sectionsOf(text, '## ');
  return [
    ...ids
      .filter((id) => !sections.some(({ title }) => title === id))
      .map((id) => problem('no-hints', file, { task: id })),
    ...sections
      .filter(({ title }, index) => !ids.includes(title) || sections.findIndex((one) => one.title === title) !== index)
      .map(({ title }) => problem('stray-hints', file, { title })),
    ...sections
      .filter(({ title }) => ids.includes(title))
      .filter(({ body }) => !hasAllLevels(body))
      .map(({ title, body }) => problem('hint-levels', file, { task: title, found: levelsOf(body) })),
  ];
}

function hasAllLevels(body: string): boolean {
  const hints = sectionsOf(body, '### ');
  return (
    hints.length === levels.length && hints.every((hint, index) => hint.title === levels[index] && hint.body !== '')
  );
}

const levelsOf = (body: string): string =>
  sectionsOf(body, '### ')
    .map(({ title, body: hint }) => (hint === '' ? `${title} ∅` : title))
    .join(', ');
