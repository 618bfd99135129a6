import { hintsIn, sectionsOf } from '../../hint/hints.ts';
import type { Assignment } from '../../load/assignment/grading.ts';
import type { Language } from '../../load/assignment/manifest.ts';
import { type Problem, problem } from '../verification.ts';
import { misnamed } from './misnamed.ts';
import { readText } from './read-text.ts';

/** A nudge, a way to go, a worked example. */
const levels = ['1', '2', '3'];

/** hints.LANGUAGE.md has a section `## task` for each task, in it `### 1` to `### 3`, none of them empty, and no others. */
export function hintProblems({ folder, manifest }: Assignment, language: Language): readonly Problem[] {
  const file = `hints.${language}.md`;
  const text = readText(folder, file);
  if (text === undefined) return [problem('no-file', file)];
  const ids = manifest.tasks.map(({ id }) => id);
  const sections = sectionsOf(text, '## ');
  const titles = sections.map(({ title }) => title);
  const { problems, missing, stray } = misnamed(
    file,
    ids.filter((id) => !titles.includes(id)),
    titles.filter((title, index) => !ids.includes(title) || titles.indexOf(title) !== index),
    (title) => `## ${title}`,
  );
  return [
    ...problems,
    ...missing.map((task) => problem('no-hints', file, { task })),
    ...stray.map((title) => problem('stray-hints', file, { title })),
    ...sections
      .filter(({ title }) => ids.includes(title))
      .filter(({ body }) => !hasAllLevels(body))
      .map(({ title, body }) => problem('hint-levels', file, { task: title, found: levelsOf(body) })),
  ];
}

function hasAllLevels(body: string): boolean {
  const hints = hintsIn(body);
  return (
    hints.length === levels.length && hints.every((hint, index) => hint.title === levels[index] && hint.body !== '')
  );
}

const levelsOf = (body: string): string =>
  hintsIn(body)
    .map(({ title, body: hint }) => (hint === '' ? `${title} ∅` : title))
    .join(', ');
