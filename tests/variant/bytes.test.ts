import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';

/** The other versions of Node that the tests are given. */
const nodes = (process.env['NABLA_TEST_NODES'] ?? '').split(path.delimiter).filter((node) => node !== '');

const digests = (node: string): string =>
  execFileSync(node, ['tests/measure/run.mjs', 'bytes', '1'], { encoding: 'utf8' });

test.skipIf(nodes.length === 0)('a variant has the same bytes, whichever version of Node makes it', () => {
  const here = digests(process.execPath);
  expect(here.trimEnd().split('\n')).toHaveLength(5);
  for (const node of nodes) expect(digests(node)).toBe(here);
});
