import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { fill } from '../../grader/catalogue/catalogue.ts';
import en from '../../templates/messages.en.json' with { type: 'json' };
import ru from '../../templates/messages.ru.json' with { type: 'json' };

/** `section.key` → text, through all sections. */
const flatten = (value: object, prefix = ''): [string, string][] =>
  Object.entries(value).flatMap(([key, item]) =>
    typeof item === 'string'
      ? [[`${prefix}${key}`, item] as [string, string]]
      : flatten(item as object, `${prefix}${key}.`),
  );

const english = new Map(flatten(en));
const russian = new Map(flatten(ru));
const placeholders = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();

const sources = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name);
    return statSync(file).isDirectory()
      ? sources(file)
      : /\.(?:ts|hbs)$/.test(file)
        ? [readFileSync(file, 'utf8')]
        : [];
  });

describe("the grader's words", () => {
  test('are the same keys in both languages', () => {
    expect([...russian.keys()]).toEqual([...english.keys()]);
  });

  test.each([...english.keys()])('%s has the same placeholders in both languages', (key) => {
    expect(placeholders(russian.get(key) ?? '')).toEqual(placeholders(english.get(key) ?? ''));
  });

  test('in Russian are Russian', () => {
    const same = new Set([
      'foreign.null',
      'foreign.bigint',
      'message.value',
      // Names of programs, with their versions, and places in files.
      'attempt.noData',
      'doctor.found.node',
      'doctor.found.git',
      'doctor.found.workflowWrong',
      // What an argument is, in the words of mathematics.
      'where.zero',
      'where.value',
      'where.length-is',
      // How a command is typed.
      'report.hintCommand',
      'report.replayCommand',
    ]);
    const left = [...russian].filter(([key, text]) => !same.has(key) && !/[а-яё]/i.test(text)).map(([key]) => key);
    expect(left).toEqual([]);
  });

  test('are all used', () => {
    const code = [...sources('grader'), ...sources('templates')].join('\n');
    // These sections are looked up by a value that is a word of the data.
    const byValue = /^(?:status|foreign|fileProblem|shape|law|description|where|cli\.titles)\./;
    const unused = [...english.keys()].filter(
      (key) => !byValue.test(key) && !new RegExp(`\\b${key.split('.').at(-1)}\\b`).test(code),
    );
    expect(unused).toEqual([]);
  });

  test('have as many forms of a word as the language has', () => {
    const files = ['templates/messages', 'templates/class/messages', 'templates/oral/messages', 'templates/errors'];
    const forms = (language: string): ReadonlySet<number> =>
      new Set(
        files
          .flatMap((file) => [...readFileSync(`${file}.${language}.json`, 'utf8').matchAll(/\{\w+\|([^{}]*)\}/g)])
          .map(([, words = '']) => words.split('|').length),
      );
    expect([forms('en'), forms('ru')]).toEqual([new Set([2]), new Set([3])]);
  });

  test('keep a placeholder that has no value, so that it is seen', () => {
    expect(fill('{a} and {b}', { a: 1 })).toBe('1 and {b}');
  });
});
