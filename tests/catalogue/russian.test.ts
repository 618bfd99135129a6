import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

/** What is code, mathematics, a link or a name stays as it is in every language. */
const proseOf = (text: string): string =>
  text
    .replace(/^(`{3,})[\s\S]*?^\1$/gm, '')
    .replace(/`[^`]*`/g, '')
    .replace(/\$\$[\s\S]*?\$\$|\$[^$\n]*\$/g, '')
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/npm run [a-z]+|npx nabla [a-z]+|apt-get install [a-z]+/g, '')
    .replace(/«[^»]*»|\*[A-Z][^*]*\*|_[A-Z][^_]*_/g, '');

/** Three words of a sentence. */
const english = (text: string): readonly string[] => proseOf(text).match(/\b[a-z]{2,}(?: [a-z]{2,}){2,}\b/g) ?? [];

const strings = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
};

const folders = readdirSync('assignments').map((slug) => path.join('assignments', slug));
const texts = folders.flatMap((folder) =>
  ['statement.ru.md', 'hints.ru.md'].map((name) => path.join(folder, name)).filter((file) => existsSync(file)),
);

describe('what is Russian has no English sentence in it:', () => {
  test.each(texts)('%s', (file) => {
    expect(english(readFileSync(file, 'utf8'))).toEqual([]);
  });

  test.each(folders)('the words of %s', (folder) => {
    const words = strings(JSON.parse(readFileSync(path.join(folder, 'messages.ru.json'), 'utf8')));
    expect(words.flatMap(english)).toEqual([]);
    // A title may be a formula, or a name.
    expect(words.filter((text) => /\b[a-z]{3,} [a-z]{3,}/.test(proseOf(text)) && !/[а-яё]/i.test(text))).toEqual([]);
  });

  test.each(['messages.ru.json', 'errors.ru.json'])("the grader's own words, %s", (name) => {
    const words = strings(JSON.parse(readFileSync(path.join('templates', name), 'utf8')));
    // Lines that show how a command is typed.
    const prose = words.map((text) => text.replace(/^ *npm run .*?(?: {2,}|$)/gm, ''));
    expect(prose.flatMap(english)).toEqual([]);
  });

  test('the templates of a handout', () => {
    expect(english(readFileSync('templates/handout/README.ru.md.hbs', 'utf8'))).toEqual([]);
  });
});
