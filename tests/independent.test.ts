import { readdirSync, rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadAssignment, projectRoot } from '../grader/load/assignment/grading.ts';
import type { Result } from '../grader/report/result.ts';
import { type Case, layOut, readCases } from './cases.ts';
import { expectResult, isRight } from './expect-result.ts';
import { gradeFolder } from './grade/grade-folder.ts';
import { bundleInto } from './independent/bundled.ts';
import { isLong } from './long.ts';
import { saidOf } from './names.ts';

/**
 * Packages that others wrote, as submissions: tests/independent/SLUG/CASE has an adapter for each of a student's files.
 * Nobody here knew how they compute; what is right in them passes, and what is wrong is told as it is.
 */
const folder = 'independent';
const slugs = readdirSync('tests/independent', { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);
const firstSeed = 7;
const otherSeeds = [4294967295, 0, 1, 2, 3, 4];

describe.each(slugs)('packages as submissions of %s', { timeout: 900_000 }, async (slug) => {
  const assignment = await loadAssignment(projectRoot(), slug);
  const asked = assignment.manifest.tasks.map(({ file }) => file);

  async function gradeAt(seeds: readonly number[], one: Case, check: (result: Result) => unknown): Promise<void> {
    const submission = layOut(one);
    try {
      await bundleInto(submission, readdirSync(submission), asked);
      for (const seed of seeds) {
        const result = await gradeFolder(assignment, submission, { only: one.only ?? [], seed });
        expectResult(result, one);
        await check(result);
      }
    } finally {
      rmSync(submission, { recursive: true });
    }
  }
  const cases = readCases(slug, folder).map((one) => [one.name, one.title, one] as const);

  test.each(cases)('%s: %s', (name, _title, one) =>
    gradeAt([firstSeed], one, async (result) => {
      const said = `${saidOf(one, result).join('\n')}\n`;
      if (!isRight(one)) await expect(said).toMatchFileSnapshot(`independent/${slug}/${name}/said.txt`);
    }),
  );

  describe.skipIf(!isLong)('that are right, at other seeds', () => {
    test.each(cases.filter(([, , one]) => isRight(one)))('%s: %s', (_name, _title, one) =>
      gradeAt(otherSeeds.slice(0, one.seeds && one.seeds - 1), one, () => undefined),
    );
  });
});
