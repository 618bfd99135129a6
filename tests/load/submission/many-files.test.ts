import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import type { Manifest } from '../../../grader/load/assignment/manifest.ts';
import { readSubmission } from '../../../grader/load/submission/submission.ts';

afterEach(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
});

// A folder of 60,000 files was read once for each of 2,000, which took minutes.
test('a folder is read once, however many files are in it and however many are missing', () => {
  const folder = fs.mkdtempSync(path.join(tmpdir(), 'nabla-submission-'));
  fs.mkdirSync(path.join(folder, 'a'));
  for (let i = 0; i < 50; i++) fs.writeFileSync(path.join(folder, 'a', `f${i}.ts`), '');
  const tasks = ['x', 'y', 'a/z'].map((name) => ({ file: `${name}.ts` }));
  const reading = vi.spyOn(fs, 'readdirSync');
  // So that whoever has imported the function by its name calls this one.
  syncBuiltinESMExports();
  expect(readSubmission(folder, { provided: [], tasks } as unknown as Manifest, folder)).toHaveLength(50);
  const read = reading.mock.calls.map(([where]) => path.relative(folder, String(where)));
  expect(read.sort()).toEqual(['', 'a']);
});
