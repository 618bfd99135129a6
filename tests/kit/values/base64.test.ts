import * as fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { bytesOf } from '../../../grader/kit.ts';

afterEach(() => vi.unstubAllGlobals());

const samples = fc.sample(fc.uint8Array({ maxLength: 50 }), { seed: 1, numRuns: 200 });
const texts = samples.map((bytes) => Buffer.from(bytes).toString('base64'));
const all = samples.map((bytes) => [...bytes]);

test('bytes come back from their text, by Node and where there is no Node', () => {
  const byNode = texts.map((text) => [...bytesOf(text)]);
  vi.stubGlobal('Buffer', undefined);
  const byBrowser = texts.map((text) => [...bytesOf(text)]);
  vi.unstubAllGlobals();
  expect(byNode).toEqual(all);
  expect(byBrowser).toEqual(all);
});
