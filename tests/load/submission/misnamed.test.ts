import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { readSubmission } from '../../../grader/load/submission/submission.ts';

/** macOS and Windows: a file is found by its name in any case, and listed by the one that it has. */
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const found = (file: string): string => {
    const [folder, name] = [path.dirname(file), path.basename(file)];
    const same = (other: string): boolean => other.toLowerCase() === name.toLowerCase();
    return fs.existsSync(folder) ? path.join(folder, fs.readdirSync(folder).find(same) ?? name) : file;
  };
  return {
    ...fs,
    lstatSync: (file: string, options: object) => fs.lstatSync(found(file), options),
    readFileSync: (file: string, options?: 'utf8') => fs.readFileSync(found(file), options),
  };
});

const read = (name: string) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'nabla-misnamed-'));
  mkdirSync(path.join(folder, path.dirname(name)), { recursive: true });
  writeFileSync(path.join(folder, name), 'export {};');
  const tasks = [{ id: 'sigmoid', file: 'sigmoid.ts' }] as never;
  return readSubmission(folder, { tasks, provided: [] }, folder).find((file) => file.name === 'sigmoid.ts');
};

test('a file is handed in by its very name, whatever the system takes for the same', () => {
  expect(read('sigmoid.ts')).toMatchObject({ text: 'export {};' });
  expect(read('Sigmoid.ts')).toEqual({ name: 'sigmoid.ts', digest: 'missing', misnamed: 'Sigmoid.ts' });
});

test.each([
  'sigmoid (1).ts',
  'sigmoid.js',
  'sigmoid.ts.txt',
  'SIGMOID.TS',
  'sigmoid copy 2.ts',
  'sigmoid - Copy (2).ts',
  'sigmoid - копия.ts',
  'sigmoid — копия (2).ts',
])('what was probably meant is found: %s', (name) => {
  expect(read(name)).toMatchObject({ misnamed: name });
});

test.each(['sigmoids.ts', 'network.ts', 'lib/sigmoid.ts'])('what has another name is not: %s', (name) => {
  expect(read(name)).toBeUndefined();
});
