import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { median } from '../turns.ts';
import { bundled } from './bundled.ts';
import { checkOf, costOf, nothing } from './processes.ts';
import type { Row } from './table.ts';

type Steps = Readonly<Record<string, number>>;

/**
 * Where the time of a check goes, in milliseconds, step by step in one process; and a whole check beside the floor, which is
 * the start of Node and the student's own arithmetic in a bare process.
 */
export async function where(rounds: number, slugs: readonly string[]): Promise<readonly Row[]> {
  const [phases, floor] = [await bundled('phases.ts'), await bundled('floor.ts')];
  const printed = (...args: readonly string[]): string =>
    execFileSync(process.execPath, args, { encoding: 'utf8', env: {}, maxBuffer: 2 ** 20 });
  const rows = new Map<string, Record<string, number>>();
  for (const slug of slugs) {
    const submission = path.join('tests/submissions', slug, 'right-textbook');
    const folder = await floorFolder(submission);
    const step = (...more: readonly string[]): Steps => JSON.parse(printed(phases, slug, submission, ...more));
    step(folder);
    const all: Steps[] = [];
    for (let round = 0; round < rounds; round++) {
      const check = await costOf(checkOf(slug, 'right-textbook'), 0);
      const node = (await nothing()).clock;
      const arithmetic = Number(printed(floor, folder));
      all.push({
        ...step(),
        'a whole check': check.clock,
        'its processor time': check.processor,
        'node -e 0': node,
        'the student’s arithmetic': arithmetic,
        'a whole check over the floor': check.clock / (node + arithmetic),
      });
    }
    for (const [name, ms] of Object.entries(medians(all))) rows.set(name, { ...rows.get(name), [slug]: ms });
  }
  return [...rows].map(([name, figures]) => ({ name, figures }));
}

const medians = (all: readonly Steps[]): Steps =>
  Object.fromEntries(Object.keys(all[0] ?? {}).map((name) => [name, median(all.map((one) => one[name]!))]));

/** A folder with the student's files as plain modules. */
async function floorFolder(submission: string): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'nabla-floor-'));
  const names = readdirSync(submission).filter((name) => name.endsWith('.ts'));
  await build({
    entryPoints: names.map((name) => path.join(submission, name)),
    bundle: true,
    format: 'esm',
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    logLevel: 'error',
  });
  return folder;
}
