/**
 * What a check costs, beside another checkout of the project: both are built, and take turns, so that they meet the same
 * machine. By the clock, and in processor time of all processes, those of the sandbox among them, which a control group
 * counts: as root on Linux, and by the clock alone elsewhere.
 *
 *   npm run measure -- cost FOLDER [rounds] [assignment ...]
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { listAssignments, projectRoot } from '../../grader/load/grading.ts';

const [other = '', given = '15', ...named] = process.argv.slice(2);
const rounds = Number(given);
const root = projectRoot();
const folders = [path.resolve(other), root] as const;
const reports = mkdtempSync(path.join(tmpdir(), 'nabla-cost-'));

/** A control group of our own, in either version: where its processes are listed, and how many seconds they have used. */
function openGroup() {
  const [first, second] = ['/sys/fs/cgroup/cpuacct', '/sys/fs/cgroup'];
  const parent = existsSync(first) ? first : existsSync(`${second}/cgroup.controllers`) ? second : undefined;
  if (parent === undefined || process.getuid?.() !== 0) return undefined;
  const folder = path.join(parent, `nabla-cost-${process.pid}`);
  mkdirSync(folder);
  const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');
  return {
    folder,
    processes: path.join(folder, 'cgroup.procs'),
    seconds: (): number =>
      parent === first
        ? Number(read('cpuacct.usage')) / 1e9
        : Number(/^usage_usec (\d+)/.exec(read('cpu.stat'))?.[1]) / 1e6,
  };
}
const group = openGroup();

interface Cost {
  readonly clock: number;
  readonly processor: number;
}

/** One check of a right submission, in a process of its own. */
async function costOf(folder: string, slug: string, seed: number): Promise<Cost> {
  const submission = path.join('tests', 'submissions', slug, 'right-textbook');
  const call = [process.execPath, 'dist/nabla.js', 'check', slug, '--submission', submission];
  const enter = group ? `echo $$ > ${group.processes}; ` : '';
  const args = ['-c', `${enter}exec "$@"`, 'sh', ...call, '--report', reports, '--seed', String(seed)];
  const before = group?.seconds() ?? 0;
  const started = performance.now();
  const { status } = spawnSync('/bin/sh', args, { cwd: folder, stdio: 'ignore' });
  const clock = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`${folder}: the check of ${slug} ended with ${status}`);
  while (group && readFileSync(group.processes, 'utf8') !== '') await pause(5);
  return { clock, processor: (group?.seconds() ?? 0) - before };
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

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
if (group) rmdirSync(group.folder);
