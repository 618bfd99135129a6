/**
 * Reports on right submissions, each at a seed of its own, in the sandbox as a check makes them: how many have a failure. Of 01 to
 * 04, if no assignment is named: a report of 05 trains nets.
 *
 *   npm run measure -- reports [how many] [first seed] [assignment ...]
 */
import { rmSync } from 'node:fs';
import { listAssignments, loadAssignment, projectRoot } from '../../grader/load/assignment/grading.ts';
import { layOut, readCases } from '../cases.ts';
import { gradeFolder } from '../grade/grade-folder.ts';

const [count = 100, first = 1] = process.argv.slice(2, 4).map(Number);
const named = process.argv.slice(4);
const root = projectRoot();
const slugs = named.length > 0 ? named : listAssignments(root).filter((slug) => !slug.startsWith('05'));
let failed = 0;
for (const slug of slugs) {
  const assignment = await loadAssignment(root, slug);
  const right = readCases(slug).filter(({ tasks }) => Object.keys(tasks).length === 0);
  const folders = right.map((one) => ({ name: one.name, folder: layOut(one) }));
  const share = Math.ceil(count / slugs.length);
  let bad = 0;
  for (let n = 0; n < share; n++) {
    const { name, folder } = folders[n % folders.length]!;
    const { points, maxPoints, tasks } = await gradeFolder(assignment, folder, { seed: first + n });
    if (points === maxPoints) continue;
    bad += 1;
    const lost = tasks.filter(({ status }) => status !== 'passed').map(({ id, law }) => `${id} (${law})`);
    console.log(`${slug}/${name}, seed ${first + n}: ${lost.join(', ')}`);
  }
  for (const { folder } of folders) rmSync(folder, { recursive: true });
  console.log(`${slug}: ${share} reports on ${folders.length} right submissions, ${bad} with a failure`);
  failed += bad;
}
process.exitCode = failed === 0 ? 0 : 1;
