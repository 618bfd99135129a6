import { describe, expect, test } from 'vitest';
import { messagesIn } from '../../grader/catalogue/catalogue.ts';
import { compileProgram } from '../../grader/compile/program.ts';
import { twinIn } from '../../grader/explain/characters.ts';
import { excerpt } from '../../grader/explain/excerpt.ts';
import { syntaxCause } from '../../grader/explain/syntax.ts';
import { describeLoading } from '../../grader/report/failure/describe-loading.ts';
import type { DescribeContext } from '../../grader/report/failure/description.ts';

/** What is said of main.ts, beside these files, and where. */
function said(files: Readonly<Record<string, string>>, language: 'en' | 'ru' = 'en', task = 'f') {
  const submitted = Object.entries(files).map(([name, text]) => ({ name, text, digest: '' }));
  const program = compileProgram(submitted, [{ file: 'main.ts' }]);
  const isBroken = program.files.get('main.ts')?.problem !== undefined;
  const context = { messages: messagesIn(language), task, file: 'main.ts', files: program.files };
  const error = { name: 'NablaBrokenFile', message: 'main.ts', stack: '' };
  const reply = isBroken ? ({ kind: 'load-threw', error } as const) : ({ kind: 'no-export' } as const);
  return describeLoading(reply, context as unknown as DescribeContext);
}

describe('a syntax error names its cause', () => {
  test.each([
    ['a minus of the statement', 'let b;\n  const a = 1 \u2212 2;', 'U+2212', 2, 15],
    ['a minus behind a word', 'const a = f(\u2212z);', 'Type - on the keyboard', 1, 13],
    ['quotes of a text processor', '\tconst s = \u201ca\u201d;', 'U+201C', 1, 12],
    ['a keyword with letters of another alphabet', 'let b;\n\u0441\u043enst e = 1;', 'U+0441', 2, 1],
    ['a dash', 'const a = b \u2013 c;', 'U+2013', 1, 13],
    ['a cross', 'const a = b \u00d7 c;', 'Type *', 1, 13],
    ['a sign of comparison', 'if (a \u2264 b) {}', 'Type <=', 1, 7],
    ['a full-width bracket', 'f\uff08a)', 'Type (', 1, 2],
    ['a space of no width', 'const a = Math.e\u200bxp(1);', 'invisible character (U+200B)', 1, 17],
    ['a name that is there twice', '\tconst a = 1; const a = 2;', 'two declarations of a', 1, 21],
    ['a bracket that is not closed', 'function f() {\n  return (1\n}\n', 'bracket ( of line 2 is still open', 3, 1],
    ['an export in an open bracket', 'function f() {\nexport const g = 1;\n', 'bracket { of line 1', 2, 1],
    ['a bracket too many', 'const a = (1));', 'closes nothing', 1, 14],
    ['a string without an end', 'const a = "b;\n', 'not closed on this line', 1, 11],
    ['a comment without an end', 'const a = 1; /* b', 'never ends', 1, 14],
    ['a half of a merge', 'a;\n<<<<<<< HEAD\nb;\n=======\nc;\n>>>>>>> x\n', 'merge', 2, 1],
    ['a word of the language', 'const class = 1;', 'class', 1, 7],
    [
      'a return behind a bracket too many',
      'export function f() {\n  a();}\n  return 1;\n}',
      'outside of any function',
      3,
      3,
    ],
    ['a condition without brackets', 'if a > 1 b();', 'if (…)', 1, 4],
    ['a power of something with a minus', 'const a = -Math.exp(b) ** 2;', '-(a ** 2)', 1, 24],
    ['something forgotten', 'const a = 1 +;', '; was not expected', 1, 14],
  ])('%s', (_, text, words, line, column) => {
    const { message, place } = said({ 'main.ts': text });
    expect({ message, line: place?.line, column: place?.column }).toEqual({
      message: expect.stringContaining(words),
      line,
      column,
    });
    expect(said({ 'main.ts': text }, 'ru').message).toMatch(/[а-я]{4}/);
    expect(message).not.toMatch(/\{\w+\}/);
  });

  // Each of these took minutes when all of the text was looked at.
  test.each([
    ['a string', `"${'a'.repeat(240_000)}"`],
    ['quotes in a regular expression', `/${"\\'".repeat(120_000)}/`],
    ['comments that a regular expression begins', `/[${'/*'.repeat(120_000)}]/`],
    ['blanks', ' '.repeat(240_000)],
    ['names', 'a '.repeat(120_000)],
    ['brackets', '['.repeat(240_000)],
  ])('is the same whatever stands before, as %s that is very long', (_, before) => {
    const text = `\n\n${before}\n(\n]`;
    const { cause, values, offset } = syntaxCause(text, text.length - 1, 'Unexpected token');
    expect({ cause, values, offset }).toEqual({
      cause: 'mismatched',
      values: { token: ']', bracket: '(', line: 4 },
      offset: text.length - 1,
    });
  });

  test('every cause has its words in both languages', () => {
    const causes = Object.keys(messagesIn('en').syntax);
    expect(Object.keys(messagesIn('ru').syntax)).toEqual(causes);
    expect(causes).toContain(syntaxCause('a b', 2, 'Unexpected token').cause);
  });
});

describe('an import that leads nowhere', () => {
  const files = { 'vectors.ts': 'export const add = 1;', 'lib/index.ts': 'export {};' };
  test.each([
    ["import { add } from './vectrs'; add;", "Did you mean './vectors'?"],
    ["import { add } from './Vectors'; add;", "is called './vectors'"],
    ["import { add } from 'vectors'; add;", "'./vectors'"],
    ["import { add } from './lib'; add;", "'./lib/index'"],
    ["import { add } from '../other/vectors'; add;", 'leads out of the folder'],
    ["import fs from 'node:fs'; fs;", 'not available'],
    ["import { add } from './nothing-like-it'; add;", 'there is no such file'],
  ])('%s', (text, words) => {
    const { message, place } = said({ 'main.ts': text, ...files });
    expect({ message, place }).toEqual({
      message: expect.stringContaining(words),
      place: { file: 'main.ts', line: 1, column: 1 },
    });
  });
});

describe('a name that is not exported', () => {
  test.each([
    ['export function sigmoyd() {}', 'Did you mean sigmoyd?'],
    ['export default function sigmoid() {}', 'export default'],
    ['export function sigm\u043eid() {}', 'U+043E'],
  ])('%s', (text, words) => {
    expect(said({ 'main.ts': text }, 'en', 'sigmoid').message).toContain(words);
  });

  test('words of another alphabet are no look-alikes', () => {
    expect(twinIn('сумма is not defined')).toBeUndefined();
    expect(twinIn('σ and z')).toBeUndefined();
    // All of it in Cyrillic letters: as a word it is none of Latin ones, and as what Math has it can be nothing else.
    expect(twinIn('TypeError: Math.\u0435\u0445\u0440 is not a function')).toMatchObject({ meant: 'exp' });
  });
});

describe('an excerpt', () => {
  test('has its caret below the column, behind tabs and marks of no width', () => {
    expect(excerpt('a\n\tx = 1;', 2, 2)).toBe('  x = 1;\n  ^');
    expect(excerpt('e\u0301 = 1', 1, 4)).toBe('e\u0301 = 1\n  ^');
    expect(excerpt('a', 2, 1)).toBeUndefined();
  });

  test('of a long line shows what is around the column', () => {
    const [line = '', caret = ''] = excerpt(`${'a'.repeat(300)}!${'b'.repeat(300)}`, 1, 301)!.split('\n');
    expect(line[caret.length - 1]).toBe('!');
    expect(line.length).toBeLessThan(110);
  });
});
