import { existsSync } from 'node:fs';
import path from 'node:path';
import { readAssignmentWords } from '../../catalogue/assignment-words.ts';
import { type AssignmentWords, messagesIn } from '../../catalogue/catalogue.ts';
import { NablaError } from '../../errors.ts';
import type { Assignment } from '../../load/assignment/grading.ts';
import type { Language } from '../../load/assignment/manifest.ts';
import { wordsFiles } from '../../load/spoken-file.ts';
import { type Problem, problem } from '../verification.ts';
import { misnamed } from './misnamed.ts';

const fileOf = (folder: string, language: Language): string | undefined =>
  wordsFiles(language).find((name) => existsSync(path.join(folder, name)));

/** messages.LANGUAGE.md, or .json, has words for each law, misconception and plot, and for nothing else, alike in all languages. */
export function messageProblems(assignment: Assignment): readonly Problem[] {
  const catalogues = assignment.manifest.languages.map((language) => read(assignment, language));
  return [
    ...catalogues.flatMap((catalogue) => ('problem' in catalogue ? [catalogue.problem] : [])),
    ...catalogues.flatMap((catalogue) => ('texts' in catalogue ? keyProblems(assignment, catalogue) : [])),
    ...placeholderProblems(catalogues.filter((catalogue) => 'texts' in catalogue)),
  ];
}

interface Catalogue {
  readonly file: string;
  /** `laws.sigmoid-slope`, `misconceptions.mirrored.title` … */
  readonly texts: ReadonlyMap<string, string>;
}

function read({ folder }: Assignment, language: Language): Catalogue | { readonly problem: Problem } {
  const file = fileOf(folder, language);
  if (file === undefined) return { problem: problem('no-file', wordsFiles(language)[0]!) };
  try {
    return { file, texts: textsOf(readAssignmentWords(folder, language)) };
  } catch (error) {
    if (!(error instanceof NablaError)) throw error;
    return { problem: problem('bad-file', file, { error: error.message }) };
  }
}

const textsOf = ({ laws, misconceptions, plots = {} }: AssignmentWords): ReadonlyMap<string, string> =>
  new Map([
    ...Object.entries(laws).map(([id, text]) => [`laws.${id}`, text] as const),
    ...Object.entries(misconceptions).flatMap(([id, { title, explanation }]) => [
      [`misconceptions.${id}.title`, title] as const,
      [`misconceptions.${id}.explanation`, explanation] as const,
    ]),
    ...Object.entries(plots).flatMap(([id, { title, description }]) => [
      [`plots.${id}.title`, title] as const,
      [`plots.${id}.description`, description] as const,
    ]),
  ]);

function keyProblems({ grading }: Assignment, { file, texts }: Catalogue): readonly Problem[] {
  const general = Object.keys(messagesIn('en').law);
  const lawIds = [...new Set(grading.laws.map(({ id }) => id))].filter((id) => !general.includes(id));
  const expected = [
    ...lawIds.map((id) => `laws.${id}`),
    ...grading.misconceptions.map(({ id }) => `misconceptions.${id}`),
    ...new Set(grading.plots.map(({ id }) => `plots.${id}`)),
  ];
  // A misconception or a plot without one of its two texts does not get past the schema.
  const present = [...new Set([...texts.keys()].map((key) => key.split('.').slice(0, 2).join('.')))];
  const { problems, missing, stray } = misnamed(
    file,
    expected.filter((key) => !present.includes(key)),
    present.filter((key) => !expected.includes(key)),
  );
  return [
    ...problems,
    ...(missing.length === 0 ? [] : [problem('no-words', file, { keys: missing.join(', ') })]),
    ...(stray.length === 0 ? [] : [problem('stray-words', file, { keys: stray.join(', ') })]),
  ];
}

/** Braces inside of formulas are LaTeX's own. */
const placeholdersOf = (text: string): string =>
  [...text.replace(/\$\$[^$]*\$\$|\$[^$]*\$/g, '').matchAll(/\{\w+\}/g)]
    .map(([name]) => name)
    .sort()
    .join(' ');

function placeholderProblems([first, ...others]: readonly Catalogue[]): readonly Problem[] {
  return others.flatMap(({ file, texts }) =>
    [...(first?.texts ?? [])]
      .map(([key, text]) => ({ key, expected: placeholdersOf(text), found: placeholdersOf(texts.get(key) ?? text) }))
      .filter(({ expected, found }) => expected !== found)
      .map((values) => problem('placeholders-differ', file, values)),
  );
}
