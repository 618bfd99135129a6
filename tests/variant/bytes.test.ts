import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { listAssignments, projectRoot } from '../../grader/load/assignment/grading.ts';
import { isLong } from '../long.ts';

/** The other versions of Node that the tests are given. */
const nodes = (process.env['NABLA_TEST_NODES'] ?? '').split(path.delimiter).filter((node) => node !== '');
const slugs = listAssignments(projectRoot());
/** Drawing the pictures of deep nets takes longer than all else. */
const drawsLong = '05-deep-network';

const digests = (node: string, only: readonly string[]): string =>
  execFileSync(node, ['tests/measure/run.mjs', 'bytes', '1', ...only], { encoding: 'utf8' });

function expectSame(all: readonly string[], only: readonly string[]): void {
  const here = digests(process.execPath, only);
  expect(here.trimEnd().split('\n')).toHaveLength(only.length);
  for (const node of all) expect(digests(node, only)).toBe(here);
}

describe.skipIf(nodes.length === 0)('a variant has the same bytes, whichever version of Node makes it', () => {
  test('the newest, and of assignments that are soon drawn', () => {
    expectSame(
      nodes.slice(-1),
      slugs.filter((slug) => slug !== drawsLong),
    );
  });

  test.skipIf(!isLong)('all of them', () => expectSame(nodes, slugs));
});
