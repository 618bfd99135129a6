/**
 * How long somebody who watches waits: from a save that changes one function of a right submission to its result on the
 * screen, and to that of the last of those that call it, for every function of 01 to 04, in turn, changed and changed
 * back. Milliseconds; then the median as a ratio to `node -e 0` in this run.
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

interface Waits {
  /** Milliseconds from each save to the result of its function on the screen. */
  readonly first: number[];
  /** To the end of the check. */
  readonly last: number[];
}

async function waitsOf(slug: string): Promise<Waits> {
  const folder = mkdtempSync(path.join(tmpdir(), 'nabla-watch-'));
  const src = path.join(folder, 'src');
  cpSync(path.join('tests/submissions', slug, 'right-textbook'), src, { recursive: true });
  const args = [path.resolve('dist/nabla.js'), 'check', slug, '--watch', '--submission', src, '--seed', '4'];
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ['pipe', 'pipe', 'ignore'] });
  let text = '';
  let seen = (): void => {};
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
    seen();
  });
  /** How long it takes for a text to appear. */
  const timeTo = (wanted: string, started = performance.now()): Promise<number> =>
    new Promise((resolve) => {
      seen = () => {
        if (text.includes(wanted)) resolve(performance.now() - started);
      };
      seen();
    });
  const [result, end] = ['100 of 100 points', 'Waiting for a save'];
  const waits: Waits = { first: [], last: [] };
  await timeTo(end);
  for (let round = 0; round < rounds; round++) {
    for (const name of readdirSync(src).filter((file) => file.endsWith('.ts'))) {
      const file = path.join(src, name);
      const before = readFileSync(file, 'utf8');
      for (const changed of saves(before).flatMap((after) => [after, before])) {
        // Nobody saves twice within this time; the process for the next check is started in it.
        await pause(600);
        text = '';
        const saved = performance.now();
        writeFileSync(file, changed);
        const first = await timeTo(result, saved);
        waits.first.push(first);
        waits.last.push(first + (await timeTo(end)));
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
  const { first, last } = await waitsOf(slug);
  const figures = (waits: readonly number[]): string =>
    [0.5, 0.9, 1].map((q) => quantile(waits, q).toFixed(0)).join(', ');
  console.log(
    `${slug}: ${first.length} saves; median, nine of ten, longest: ${figures(first)} ms to the function's result, ` +
      `${figures(last)} ms to the end; median ${(quantile(first, 0.5) / node).toFixed(1)} times node -e 0`,
  );
}
