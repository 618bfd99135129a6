import { describe, expect, test } from 'vitest';
import { errorLine } from '../../grader/catalogue/error-words.ts';
import { type ErrorKey, NablaError, type Said, saying, systemReason } from '../../grader/errors.ts';
import en from '../../templates/errors.en.json' with { type: 'json' };
import ru from '../../templates/errors.ru.json' with { type: 'json' };
import { errorsInSource } from './errors-in-source.ts';

const keys = Object.keys(en) as ErrorKey[];
const textOf = (entry: string | Said): string => (typeof entry === 'string' ? entry : `${entry.what} ${entry.todo}`);
/** The names of values; a form of a word belongs to a number. */
const places = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)[}|]/g)].map(([, name = '']) => name))].sort();
const written = (text: string): string => text.replace(/\{[^}]*\}/g, '');

describe('the words of errors', () => {
  test('are the same keys in both languages, and each says what to do in both or in none', () => {
    expect(Object.keys(ru)).toEqual(keys);
    expect(keys.filter((key) => typeof ru[key] !== typeof en[key])).toEqual([]);
  });

  test.each(keys)('%s has the same places in both languages', (key) => {
    expect(places(textOf(ru[key]))).toEqual(places(textOf(en[key])));
  });

  test('in Russian are Russian', () => {
    // That one is an option and its value.
    const left = keys.filter((key) => /[a-z]{3}/i.test(written(textOf(en[key]))) && !/[а-яё]/i.test(textOf(ru[key])));
    expect(left).toEqual(['set-unfit']);
  });

  const made = errorsInSource('grader').flatMap(({ key, ...more }) => {
    const start = /^(.*)\*$/.exec(key)?.[1];
    return start === undefined
      ? [{ key, ...more }]
      : keys.filter((one) => one.startsWith(start)).map((one) => ({ key: one, ...more }));
  });

  test('are all said somewhere', () => {
    const said = new Set(made.map(({ key }) => key));
    expect(keys.filter((key) => !key.startsWith('system-') && !said.has(key))).toEqual([]);
  });

  test('are said with a value for each place, and with none that has no place', () => {
    const wrong = made.filter(({ key, values, isWhole }) => {
      const wanted = places(textOf(en[key as ErrorKey]));
      return (
        values !== undefined &&
        (isWhole ? values.join() !== wanted.join() : values.some((name) => !wanted.includes(name)))
      );
    });
    expect(wrong).toEqual([]);
    expect(made.filter(({ values }) => values !== undefined).length).toBeGreaterThan(150);
  });
});

describe('an error', () => {
  test('is its key and its values; its message is English', () => {
    const error = new NablaError('usage', 'set-twice', { setting: 'leak=1', key: 'leak' });
    expect(error.message).toBe('--set leak=1: leak is set twice');
    expect(errorLine(error, 'ru')).toBe('--set leak=1: leak задан дважды');
    expect(error.exitCode).toBe(2);
  });

  test('says what to do, and, where it has nothing to say of its own, what the error in its places says', () => {
    const inner = new NablaError('bad-formula', 'formula-step', { name: 'floor' });
    const error = new NablaError('bad-formula', 'formula-unfit', { source: 'floor(z)', reason: inner });
    expect(errorLine(error, 'en')).toBe(
      'floor(z): floor is a step. Its derivative is 0 wherever it has one: nothing learns.',
    );
    expect(errorLine(error, 'ru')).toBe(
      'floor(z): floor — ступенька. Её производная равна 0 везде, где существует: ничего не обучается.',
    );
  });

  test('has values that look like places left as they are', () => {
    expect(errorLine(saying('not-a-branch', { branch: '{branch}' }), 'en')).toBe(
      '"{branch}" is not the name of a branch',
    );
  });

  test.each([
    [1, '1 cell', '1 ячейка'],
    [2, '2 cells', '2 ячейки'],
    [5, '5 cells', '5 ячеек'],
    [11, '11 cells', '11 ячеек'],
    [21, '21 cells', '21 ячейка'],
  ])('counts %d', (found, english, russian) => {
    const error = saying('too-many-cells', { file: 'a.csv', line: 3, found, width: 7 });
    expect(errorLine(error, 'en')).toBe(`a.csv, line 3: ${english}, expected 7`);
    expect(errorLine(error, 'ru')).toBe(`a.csv, строка 3: ${russian}, должно быть 7`);
  });

  test('says by its code what the system refused, and in the words of the system what is not known', () => {
    const refused = (reason: unknown) => saying('cannot-read', { file: 'a', reason: systemReason(reason) });
    expect(errorLine(refused({ code: 'EISDIR', message: 'EISDIR: …' }), 'en')).toBe('a cannot be read: it is a folder');
    expect(errorLine(refused({ code: 'EIO', message: 'EIO: …' }), 'ru')).toBe('не удалось прочитать a: EIO: …');
  });
});
