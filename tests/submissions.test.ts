import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { loadAssignment, projectRoot } from '../grader/load/assignment/grading.ts';
import type { Result } from '../grader/report/result.ts';
import { type Case, layOut, readCases, withShortLoops } from './cases.ts';
import { expectResult, isRight } from './expect-result.ts';
import { gradeFolder } from './grade/grade-folder.ts';
import { isLong } from './long.ts';
import { saidOf } from './names.ts';
import { piecesOf, problemsOf, record } from './recording.ts';

const oneSeed = [7];
/** A right answer passes at every seed; for a wrong one `npm run verify` tries the others. */
const otherSeeds = [4294967295, ...Array.from({ length: 11 }, (_, seed) => seed)].filter((seed) => seed !== 7);

const root = projectRoot();

const named = (cases: readonly Case[]) => cases.map((one) => [one.title, one.name, one] as const);

const slugs = readdirSync('tests/submissions').filter((name) => existsSync(path.join(root, 'assignments', name)));

/** Twelve checks of millions of random weights, or of nets that are trained, while others share the processors. */
const timeout = 900_000;

const references = await Promise.all(slugs.map(async (slug) => (await loadAssignment(root, slug)).reference));
const pieces = piecesOf(references);
/** What was wrong with anything that any of these submissions' processes was given. */
const problems = new Set<string>();
let frames = 0;
const recording = record((frame) => {
  frames += 1;
  for (const problem of problemsOf(frame, pieces)) problems.add(problem);
});
afterAll(() => recording.stop());

describe.each(slugs)('a submission of %s', { timeout }, async (slug) => {
  const loaded = await loadAssignment(root, slug);
  const cases = readCases(slug);

  async function gradeAt(seeds: readonly number[], one: Case, check: (result: Result) => void): Promise<void> {
    const submission = layOut(one);
    const assignment = withShortLoops(loaded, one);
    try {
      for (const seed of seeds) {
        check(await gradeFolder(assignment, submission, { only: one.only ?? [], seed }));
      }
    } finally {
      rmSync(submission, { recursive: true });
    }
  }

  const rightAt = (seeds: readonly number[], right: Case): Promise<void> =>
    gradeAt(seeds, right, (result) => {
      expectResult(result, right);
      expect(result.tasks.filter(({ replaced }) => replaced)).toEqual([]);
    });

  describe('that is right gets all points', () => {
    test.concurrent.each(named(cases.filter(isRight)))('%s (%s)', (_title, _name, right) => rightAt(oneSeed, right));
  });

  describe.skipIf(!isLong)('that is right gets all points at every other seed', () => {
    // One that stands on another differs from it in what no seed can show: how its files are read and loaded.
    const differing = cases.filter((one) => isRight(one) && one.base === undefined && one.seeds !== 1);
    test.concurrent.each(named(differing))('%s (%s)', (_title, _name, right) =>
      rightAt(otherSeeds.slice(0, right.seeds && right.seeds - 1), right),
    );
  });

  const said = new Map<string, readonly string[]>();
  const wrong = cases.filter((one) => !isRight(one));

  describe('that is wrong loses the points of what is wrong, and no others', () => {
    test.concurrent.each(named(wrong))('%s (%s)', async (_title, _name, one) => {
      await gradeAt(oneSeed, one, (result) => {
        said.set(one.name, saidOf(one, result));
        expectResult(result, one);
      });
    });
  });

  // Whoever changes a name, or what is described, reads this file as those read it who are told so. Of deep nets only some
  // tasks of each case are graded, which say themselves by what they are named.
  test.runIf(slug !== '05-deep-network')(
    'that is wrong is told what is known of it, which is true',
    async ({ skip }) => {
      skip(said.size < wrong.length, 'not all of them were graded');
      const table = wrong.flatMap(({ name }) => said.get(name)!);
      await expect(`${table.join('\n')}\n`).toMatchFileSnapshot(`golden/names-${slug}.txt`);
    },
  );
});

test('no right function was in any of their processes, and no byte that is not accounted for', () => {
  expect(frames).toBeGreaterThan(0);
  expect([...problems]).toEqual([]);
});
