import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Language, languages, type Manifest } from './assignment/manifest.ts';

/** The file of a text in a language; where that is not there, in one in which it is: an author may write one language alone. */
export const spokenFile = (folder: string, name: string, language: Language): string =>
  firstOf(
    folder,
    [language, ...languages].map((one) => `${name}.${one}.md`),
  );

/** The file of an assignment's words in a language, or in one in which they are. */
export const wordsFile = (folder: string, language: Language): string =>
  firstOf(folder, [language, ...languages].flatMap(wordsFiles));

/** What a file with an assignment's words in a language may be called. */
export const wordsFiles = (language: Language): readonly string[] =>
  ['md', 'json'].map((extension) => `messages.${language}.${extension}`);

const firstOf = (folder: string, names: readonly string[]): string =>
  path.join(folder, names.find((name) => existsSync(path.join(folder, name))) ?? names[0]!);

/** Of the languages that are asked for, those that an assignment has; its own where it has none of them. */
export function spokenBy(
  { languages: own }: Pick<Manifest, 'languages'>,
  asked: readonly Language[],
): readonly Language[] {
  const both = asked.filter((language) => own.includes(language));
  return both.length > 0 ? both : own.slice(0, 1);
}

/** Of the languages that are asked for, those in which some of these assignments has its texts; all where none has any of them. */
export function spokenByAny(
  manifests: readonly Manifest[],
  asked: readonly [Language, ...Language[]],
): readonly [Language, ...Language[]] {
  const [first, ...others] = asked.filter((language) => manifests.some(({ languages: own }) => own.includes(language)));
  return first === undefined ? asked : [first, ...others];
}
