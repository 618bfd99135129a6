/**
 * What a check costs, beside another checkout of the project: both are built, and take turns, so that they meet the same
 * machine. By the clock, and in processor time of all processes, those of the sandbox among them, which a control group
 * counts: as root on Linux, and by the clock alone elsewhere.
 *
 *   npm run measure -- cost FOLDER [rounds] [assignment ...]
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { listAssignments, projectRoot } from '../../grader/load/assignment/grading.ts';
import { entering, openGroup } from './control-group.ts';
import { median } from './turns.ts';

const [other = '', given = '15', ...named] = process.argv.slice(2);
const rounds = Number(given);
const root = projectRoot();
const folders = [path.resolve(other), root] as const;
const reports = mkdtempSync(path.join(tmpdir(), 'nabla-cost-'));

const group = openGroup('nabla-cost');

interface Cost {
  readonly clock: number;
  readonly processor: number;
}

/** One check of a right submission, in a process of its own. */
async function costOf(folder: string, slug: string, seed: number): Promise<Cost> {
  const submission = path.join('tests', 'submissions', slug, 'right-textbook');
  const call = [process.execPath, 'dist/nabla.js', 'check', slug, '--submission', submission];
  const [shell = '', ...args] = entering(group, [...call, '--report', reports, '--seed', String(seed)]);
  const before = group?.seconds() ?? 0;
  const started = performance.now();
  const { status } = spawnSync(shell, args, { cwd: folder, stdio: 'ignore' });
  const clock = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`${folder}: the check of ${slug} ended with ${status}`);
  await group?.isEmpty();
  return { clock, processor: (group?.seconds() ?? 0) - before };
}

for (const slug of named.length > 0 ? named : listAssignments(root)) {
  const costs = folders.map((): Cost[] => []);
  for (let round = 0; round <= rounds; round++) {
    for (const at of round % 2 === 0 ? [0, 1] : [1, 0]) {
      const cost = await costOf(folders[at]!, slug, round);
      // The first one reads files that the others find in memory.
      if (round > 0) costs[at]!.push(cost);
    }
  }
  const figures = (['clock', 'processor'] as const).map((kind) => {
    const [before = 0, now = 0] = costs.map((of) => median(of.map((cost) => cost[kind])));
    return `${kind} ${before.toFixed(2)} s, ${now.toFixed(2)} s, ${(now / before).toFixed(2)}`;
  });
  console.log(`${slug.padEnd(22)} ${figures.slice(0, group ? 2 : 1).join('; ')}`);
}
group?.close();
