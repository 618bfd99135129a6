import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readSources } from '../../grader/cli/class/sources.ts';
import { projectRoot } from '../../grader/load/assignment/grading.ts';

const slugs = ['01-backpropagation', '02-saturation'];

function classWith(...files: readonly string[]): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'nabla-class-'));
  for (const name of files) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), '');
  }
  return folder;
}

const idsOf = (folder: string, ...sources: readonly string[]): readonly string[] => {
  const options = { due: undefined, extensions: undefined, variants: [], columns: [], encoding: undefined };
  const { entries } = readSources(projectRoot(), slugs, { ...options, sources }, folder);
  return [...new Set(entries.map(({ student }) => student))];
};

test.each([
  ['repositories', 'assignments/01-backpropagation/src/sigmoid.ts'],
  ['a folder for each assignment', '01-backpropagation/sigmoid.ts'],
  ['files', 'sigmoid.ts'],
])('folders of students are the students, whether they are named or lie in one that is: %s', (_, file) => {
  const folder = classWith(`anna/${file}`, `boris/${file}`);
  expect(idsOf(folder, '.')).toEqual(['anna', 'boris']);
  expect(idsOf(folder, 'anna', 'boris')).toEqual(['anna', 'boris']);
});
