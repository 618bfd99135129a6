import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { lawSeed } from '../../grader/check/seeds.ts';

test('the seed of a law is the beginning of a hash: who replays a report of long ago meets the same inputs', () => {
  const digest = createHash('sha256').update('7/02-init/xavier/variance').digest();
  expect(lawSeed(7, '02-init', { task: 'xavier', evidence: 'variance' })).toBe(digest.readInt32LE(0));
});
