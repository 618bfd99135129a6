import { existsSync } from 'node:fs';
import path from 'node:path';
import { readAssignmentWords } from '../../catalogue/assignment-words.ts';
import { type AssignmentWords, messagesIn } from '../../catalogue/catalogue.ts';
import { NablaError } from '../../errors.ts';
import type { Assignment } from '../../load/grading.ts';
import { type Language, languages } from '../../load/manifest.ts';
import { type Problem, problem } from '../verification.ts';

const fileOf = (language: Language): string => `messages.${language}.json`;

/** messages.LANGUAGE.json has words for each law, misconception and plot, and for nothing else, alike in both languages. */
export function messageProblems(assignment: Assignment): readonly Problem[] {
  const catalogues = languages.map((language) => read(assignment, language));
  return [
    ...catalogues.flatMap((catalogue) => ('problem' in catalogue ? [catalogue.problem] : [])),
    ...catalogues.flatMap((catalogue) => ('texts' in catalogue ? keyProblems(assignment, catalogue) : [])),
    ...placeholderProblems(catalogues.filter((catalogue) => 'texts' in catalogue)),
  ];
}

interface Catalogue {
  readonly language: Language;
  /** `laws.sigmoid-slope`, `misconceptions.mirrored.title` … */
  readonly texts: ReadonlyMap<string, string>;
}

function read({ folder }: Assignment, language: Language): Catalogue | { readonly problem: Problem } {
  const file = fileOf(language);
  if (!existsSync(path.join(folder, file))) return { problem: problem('no-file', file) };
  try {
    return { language, texts: textsOf(readAssignmentWords(folder, language)) };
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

function keyProblems({ grading }: Assignment, { language, texts }: Catalogue): readonly Problem[] {
  const general = Object.keys(messagesIn(language).law);
  const lawIds = [...new Set(grading.laws.map(({ id }) => id))].filter((id) => !general.includes(id));
  const expected = [
    ...lawIds.map((id) => `laws.${id}`),
    ...grading.misconceptions.map(({ id }) => `misconceptions.${id}`),
    ...new Set(grading.plots.map(({ id }) => `plots.${id}`)),
  ];
  // A misconception or a plot without one of its two texts does not get past the schema.
  const present = [...new Set([...texts.keys()].map((key) => key.split('.').slice(0, 2).join('.')))];
  const missing = expected.filter((key) => !present.includes(key));
  const stray = present.filter((key) => !expected.includes(key));
  const file = fileOf(language);
  return [
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
  return others.flatMap(({ language, texts }) =>
    [...(first?.texts ?? [])]
      .map(([key, text]) => ({ key, expected: placeholdersOf(text), found: placeholdersOf(texts.get(key) ?? text) }))
      .filter(({ expected, found }) => expected !== found)
      .map((values) => problem('placeholders-differ', fileOf(language), values)),
  );
}
