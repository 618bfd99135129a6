/**
 * Of the variants of the seeds 1 … N of each assignment: a digest of all their files, unproved. Whoever runs this with
 * another version of Node has to get the same lines.
 *
 *   npm run measure -- bytes [N] [SLUG …]
 */
import { createHash } from 'node:crypto';
import { contentsOf } from '../../grader/cli/commands/authors/variant.ts';
import { listAssignments, projectRoot } from '../../grader/load/assignment/grading.ts';
import { originOf } from '../../grader/variant/origin.ts';
import { planVariant } from '../../grader/variant/plan.ts';

const [, , seeds = '8', ...only] = process.argv;
for (const slug of only.length > 0 ? only : listAssignments(projectRoot())) {
  const origin = await originOf(projectRoot(), slug);
  for (let seed = 1; seed <= Number(seeds); seed++) {
    const { files } = await contentsOf(origin, planVariant(origin, {}, seed, 'en'));
    const hash = createHash('sha256');
    for (const { name, content } of files) hash.update(`${name}\n`).update(content);
    console.log(slug, seed, hash.digest('hex').slice(0, 16));
  }
}
