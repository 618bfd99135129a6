import { readdirSync, rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadAssignment, projectRoot } from '../grader/load/assignment/grading.ts';
import { layOut, readCases } from './cases.ts';
import { expectResult, isRight } from './expect-result.ts';
import { gradeFolder } from './grade/grade-folder.ts';
import { bundleInto } from './independent/bundled.ts';
import { saidOf } from './names.ts';

/**
 * Packages that others wrote, as submissions: tests/independent/SLUG/CASE has an adapter for each of a student's files.
 * Nobody here knew how they compute; what is right in them passes, and what is wrong is told as it is.
 */
const folder = 'independent';
const slugs = readdirSync('tests/independent', { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);
const seeds = [7, 4294967295, 0, 1, 2, 3, 4];

describe.each(slugs)('packages as submissions of %s', { timeout: 900_000 }, async (slug) => {
  const assignment = await loadAssignment(projectRoot(), slug);
  const asked = assignment.manifest.tasks.map(({ file }) => file);

  test.each(readCases(slug, folder).map((one) => [one.name, one.title, one] as const))(
    '%s: %s',
    async (_name, _title, one) => {
      const submission = layOut(one);
      try {
        await bundleInto(submission, readdirSync(submission), asked);
        const said = new Set<string>();
        for (const seed of seeds.slice(0, isRight(one) ? one.seeds : 1)) {
          const result = await gradeFolder(assignment, submission, { only: one.only ?? [], seed });
          for (const line of saidOf(one, result)) said.add(line);
          expectResult(result, one);
        }
        if (!isRight(one))
          await expect(`${[...said].join('\n')}\n`).toMatchFileSnapshot(`independent/${slug}/${one.name}/said.txt`);
      } finally {
        rmSync(submission, { recursive: true });
      }
    },
  );
});
