import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { findSubmission, type Sought } from '../../../grader/load/submission/find-submission.ts';

function folderWith(...names: readonly string[]): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'nabla-find-'));
  for (const name of names) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), '');
  }
  return folder;
}

const sought: Sought = { slug: '01-x', files: ['a.ts', 'b.ts'], isOnlyOne: true, mayBeEmpty: false };
const find = (folder: string, rest: Partial<Sought> = {}) =>
  path.relative(folder, findSubmission(folder, { ...sought, ...rest }).folder);

describe('finding a submission', () => {
  test.each([
    ['the root of a repository', 'assignments/01-x/src/a.ts', 'assignments/01-x/src'],
    ['a folder of the assignment’s name', '01-x/b.ts', '01-x'],
    ['a folder of its name with src', '01-x/src/b.ts', '01-x/src'],
    ['a folder src', 'src/b.ts', 'src'],
    ['the files themselves', 'a.ts', ''],
    ['an archive of a repository', 'work-main/assignments/01-x/src/a.ts', 'work-main/assignments/01-x/src'],
    ['an archive of src', 'work/src/a.ts', 'work/src'],
    ['an archive of the files', 'work/a.ts', 'work'],
  ])('takes %s', (_, file, expected) => {
    expect(find(folderWith(file, '.DS_Store', '__MACOSX/a.ts'))).toBe(expected);
  });

  test('takes a repository, or folders with the assignments’ names, where several assignments are asked for', () => {
    expect(find(folderWith('assignments/01-x/src/a.ts'), { isOnlyOne: false })).toBe('assignments/01-x/src');
    expect(find(folderWith('01-x/a.ts', '02-y/c.ts'), { isOnlyOne: false })).toBe('01-x');
    expect(() => find(folderWith('a.ts'), { isOnlyOne: false })).toThrow(/holds none of a.ts, b.ts/);
  });

  test('says what was looked for and what is there, where nothing was found', () => {
    expect(() => find(folderWith('c.ts', 'd/a.ts'))).toThrow(/holds none of a.ts, b.ts; there is c.ts, d$/);
    expect(() => find('/nowhere')).toThrow(/there is no folder \/nowhere/);
  });

  test('takes a folder in which nothing is found where that is allowed', () => {
    expect(find(folderWith('c.ts'), { mayBeEmpty: true })).toBe('');
    expect(find(folderWith('c.ts'), { mayBeEmpty: true, isOnlyOne: false })).toBe('assignments/01-x/src');
  });

  test.skipIf(process.platform === 'win32')('follows a link that the caller typed', () => {
    const link = path.join(folderWith(), 'link');
    symlinkSync(folderWith('a.ts'), link);
    expect(findSubmission(link, sought).folder).toBe(link);
  });
});
