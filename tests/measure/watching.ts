import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Texts of a file, each with a line more in the body of one of its functions. */
export const saves = (text: string): readonly string[] =>
  [...text.matchAll(/^export function \w+\([\s\S]*?\{\n/gm)].map(
    ({ 0: head, index }) => `${text.slice(0, index + head.length)}  void 0;\n${text.slice(index + head.length)}`,
  );

export interface Waits {
  /** Milliseconds from each save to the result of its function on the screen. */
  readonly first: number[];
  /** To the end of the check. */
  readonly last: number[];
}

/** How long somebody waits who watches a right submission in which one function after the other is changed, and changed back. */
export async function watched(slug: string, rounds: number): Promise<Waits> {
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
  const [result, end] = ['100 of 100 points', 'Waiting for changes'];
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

export const quantile = (values: readonly number[], q: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(q * (values.length - 1))]!;
