/**
 * Makes and proves variants by the seeds 1 … N of each assignment, as an instructor would, one after the other.
 *
 *   npm run measure -- variants [--seeds N] [--first N] [--only SLUG]
 *
 * A line for each assignment: how many were refused, how many different ones there are and how many of them with
 * formulas, how many leave misconceptions out, and the time of one.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { listAssignments, projectRoot } from '../../grader/load/assignment/grading.ts';
import { readManifest } from '../../grader/load/assignment/manifest.ts';

const { values: options } = parseArgs({
  options: {
    seeds: { type: 'string', default: '200' },
    first: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
  },
});
const root = projectRoot();
const folder = mkdtempSync(path.join(tmpdir(), 'nabla-variants-'));
const seeds = Array.from({ length: Number(options.seeds) }, (_, i) => Number(options.first) + i);

const varied = listAssignments(root).filter(
  (slug) => slug.includes(options.only) && existsSync(path.join(root, 'assignments', slug, 'variant.schema.json')),
);
for (const slug of varied) {
  const refused: string[] = [];
  const ids = new Set<string>();
  const formulas = new Set<string>();
  const seconds: number[] = [];
  let leftOut = 0;
  for (const seed of seeds) {
    const name = `${slug}-${seed}`;
    const started = performance.now();
    const args = ['dist/nabla.js', 'variant', slug, '--seed', String(seed), '--out', folder, '--name', name];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    seconds.push((performance.now() - started) / 1000);
    if (status !== 0) {
      refused.push(`seed ${seed}: ${stdout}${stderr}`);
      continue;
    }
    const { variant } = readManifest(path.join(folder, name));
    ids.add(variant!.id);
    if (variant!.formulas !== undefined) formulas.add(variant!.id);
    leftOut += Number(variant!.leftOut !== undefined);
    rmSync(path.join(folder, name), { recursive: true });
  }
  const sorted = seconds.toSorted((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)]!;
  console.log(
    `${slug}: ${seeds.length} seeds, ${refused.length} refused, ${ids.size} different variants, ${formulas.size} with formulas, ` +
      `${leftOut} leave misconceptions out, ${median.toFixed(1)} s each (median; longest ${sorted.at(-1)!.toFixed(1)} s)`,
  );
  for (const one of refused) console.log(`  refused: ${one}`);
}
rmSync(folder, { recursive: true, force: true });
