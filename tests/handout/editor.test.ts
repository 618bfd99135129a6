import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { nabla } from '../cli/run-nabla.ts';

const right = path.resolve('tests/submissions/01-backpropagation/right-textbook');

test('an editor underlines nothing in a right solution that prints, in a handout as it is', () => {
  const out = path.join(mkdtempSync(path.join(tmpdir(), 'nabla-editor-')), 'handout');
  expect(nabla(['handout', '01-backpropagation', '--out', out]).status).toBe(0);
  const src = path.join(out, 'assignments/01-backpropagation/src');
  cpSync(right, src, { recursive: true });
  execFileSync('sh', ['-c', `echo 'console.log("here", [1]); console.table({ a: 1 });' >> ${src}/sigmoid.ts`]);
  const tsc = path.resolve('node_modules/@typescript/native/bin/tsc');
  // tsc exits with an error, and prints it, where there is one.
  expect(execFileSync(process.execPath, [tsc, '-p', out], { encoding: 'utf8' })).toBe('');
});
