import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { nabla } from '../cli/run-nabla.ts';
import { textOf } from './folders.ts';

/** The other versions of Node that the tests are given. */
const nodes = (process.env['NABLA_TEST_NODES'] ?? '').split(path.delimiter).filter((node) => node !== '');
const folder = mkdtempSync(path.join(tmpdir(), 'nabla-bytes-'));

/** The variant of a seed that draws a formula, as made by some version of Node. */
function made(name: string, node: string): string {
  const settings = ['activation=1.2 * z / sqrt(1 + 0.7 z^2)', 'loss=squared-error'];
  const args = ['variant', '01-backpropagation', '--seed', '3', ...settings.flatMap((one) => ['--set', one])];
  const run = nabla([...args, '--out', folder, '--name', name], { node });
  expect([run.status, run.stderr]).toEqual([0, '']);
  return textOf(path.join(folder, name));
}

test.skipIf(nodes.length === 0)('a variant has the same bytes, whichever version of Node made it', () => {
  const here = made('here', process.execPath);
  for (const [i, node] of nodes.entries()) expect(made(`other-${i}`, node)).toBe(here);
});
