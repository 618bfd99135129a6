/**
 * How long somebody who watches waits: from a save that changes one function of a right submission to the result on the
 * screen, for every function of 01 to 04, in turn, changed and changed back. Milliseconds; then the same as ratios to
 * `node -e 0` in this run.
 *
 *   npm run measure -- watch [rounds]
 */
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const rounds = Number(process.argv[2] ?? 3);
const slugs = ['01-backpropagation', '02-saturation', '03-gradient-control', '04-initialization'];

/** Each save adds a line to the body of one function of the file. */
const saves = (text: string): readonly string[] =>
  [...text.matchAll(/^export function \w+\([\s\S]*?\{\n/gm)].map(
    ({ 0: head, index }) => `${text.slice(0, index + head.length)}  void 0;\n${text.slice(index + head.length)}`,
  );

/** Milliseconds from each save to the result on the screen. */
async function waitsOf(slug: string): Promise<readonly number[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'nabla-watch-'));
  const src = path.join(folder, 'src');
  cpSync(path.join('tests/submissions', slug, 'right-textbook'), src, { recursive: true });
  const args = [path.resolve('dist/nabla.js'), 'check', slug, '--watch', '--submission', src, '--seed', '4'];
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ['pipe', 'pipe', 'ignore'] });
  let text = '';
  let settled = (): void => {};
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
    if (text.includes('100 of 100 points')) settled();
  });
  const next = (): Promise<void> =>
    new Promise((resolve) => {
      text = '';
      settled = resolve;
    });
  const waits: number[] = [];
  await next();
  for (let round = 0; round < rounds; round++) {
    for (const name of readdirSync(src).filter((file) => file.endsWith('.ts'))) {
      const file = path.join(src, name);
      const before = readFileSync(file, 'utf8');
      for (const changed of saves(before).flatMap((after) => [after, before])) {
        // Nobody saves twice within this time; the process for the next check is started in it.
        await pause(600);
        const done = next();
        const saved = performance.now();
        writeFileSync(file, changed);
        await done;
        waits.push(performance.now() - saved);
      }
    }
  }
  child.stdin.end();
  await new Promise((resolve) => child.on('close', resolve));
  rmSync(folder, { recursive: true });
  return waits;
}

const quantile = (values: readonly number[], q: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(q * (values.length - 1))]!;

const nodes = Array.from({ length: 15 }, () => {
  const started = performance.now();
  execFileSync(process.execPath, ['-e', '0'], { stdio: 'ignore', env: {} });
  return performance.now() - started;
});
const node = quantile(nodes, 0.5);
console.log(`node -e 0: ${node.toFixed(0)} ms`);
for (const slug of slugs) {
  const waits = await waitsOf(slug);
  const [median, most, longest] = [0.5, 0.9, 1].map((q) => quantile(waits, q));
  console.log(
    `${slug}: ${waits.length} saves, ${median!.toFixed(0)} ms (median), ${most!.toFixed(0)} ms (nine of ten), ` +
      `${longest!.toFixed(0)} ms (longest); median ${(median! / node).toFixed(1)} times node -e 0`,
  );
}
