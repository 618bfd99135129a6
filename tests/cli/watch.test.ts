import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { nabla } from './run-nabla.ts';

const slug = '01-backpropagation';
/** What students get: hints are noted there, and not in the project. */
const handout = path.join(mkdtempSync(path.join(tmpdir(), 'nabla-watch-')), 'handout');
beforeAll(() => {
  expect(nabla(['handout', slug, '--out', handout]).status).toBe(0);
});

let child: ChildProcess | undefined;
afterEach(() => child?.kill('SIGKILL'));

interface Watching {
  /** What it has printed since the last time. */
  readonly since: () => string;
  readonly src: string;
  readonly folder: string;
  /** Resolves when it waits for a save again. */
  readonly settled: () => Promise<string>;
  readonly press: (key: string) => void;
  readonly ended: Promise<number | null>;
}

/** Watches a right submission in a handout of its own. */
async function watching(...args: readonly string[]): Promise<Watching> {
  const folder = mkdtempSync(path.join(tmpdir(), 'nabla-watch-'));
  const src = path.join(folder, 'assignments', slug, 'src');
  cpSync(handout, folder, { recursive: true });
  cpSync(path.resolve('tests/submissions', slug, 'right-textbook'), src, { recursive: true });
  const command = ['check', slug, '--watch', '--seed', '4', ...args];
  const started = spawn(process.execPath, [path.join(folder, 'nabla.mjs'), ...command], {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child = started;
  let text = '';
  started.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  const since = (): string => {
    const seen = text;
    text = '';
    return seen;
  };
  const settled = async (): Promise<string> => {
    await expect.poll(() => text, { timeout: 50_000, interval: 20 }).toMatch(/Waiting for changes/);
    return since();
  };
  const ended = new Promise<number | null>((resolve) => started.on('close', resolve));
  expect(await settled()).toContain('100 of 100 points');
  return { since, src, folder, settled, press: (key) => started.stdin.write(key), ended };
}

const read = (file: string): string => readFileSync(file, 'utf8');

describe('nabla check --watch', () => {
  test('checks what a save touched, and its result is that of a whole check', async () => {
    const { src, folder, settled, press, ended } = await watching();
    const file = path.join(src, 'loss.ts');
    writeFileSync(file, read(file).replace('Math.log', 'Math.log2'));
    const shown = await settled();
    expect(shown).toMatch(/✗ binaryCrossEntropy /);
    const result = JSON.parse(read(path.join(folder, 'reports', slug, 'result.json')));
    const whole = JSON.parse(nabla(['check', slug, '--submission', src, '--seed', '4', '--format', 'json']).stdout);
    const outcome = ({ tasks }: { tasks: Record<string, unknown>[] }) =>
      tasks.map(({ durationMs: _, ...task }) => task);
    expect(outcome(result)).toEqual(outcome(whole));
    expect(result.points).toBe(whole.points);
    press('q');
    expect(await ended).toBe(0);
  });

  test('leaves alone what a save did not touch', async () => {
    const { src, folder, settled } = await watching();
    const before = JSON.parse(read(path.join(folder, 'reports', slug, 'result.json')));
    const file = path.join(src, 'chain.ts');
    writeFileSync(file, `${read(file)}\n// saved\n`);
    await settled();
    const after = JSON.parse(read(path.join(folder, 'reports', slug, 'result.json')));
    const durations = ({ tasks }: { tasks: { id: string; durationMs: number }[] }) =>
      tasks.filter(({ id }) => !id.startsWith('chain')).map(({ durationMs }) => durationMs);
    expect(durations(after)).toEqual(durations(before));
  });

  test('shows the function that was saved before those that call it are through', async () => {
    const { src, settled } = await watching();
    const file = path.join(src, 'sigmoid.ts');
    writeFileSync(file, read(file).replace('1 /', '2 /'));
    const screens = (await settled()).split('Backpropagation and gradients').slice(1);
    expect(screens[0]).toMatch(/✗ sigmoid /);
    expect(screens[0]).not.toContain('checked with the right sigmoid');
    expect(screens.at(-1)).toMatch(/✗ sigmoid [\s\S]*forward .*checked with the right sigmoid/);
  });

  test('sees a save by renaming, as editors do it, and a file that is mended', async () => {
    const { src, settled } = await watching();
    const file = path.join(src, 'sigmoid.ts');
    const right = read(file);
    writeFileSync(`${file}.new`, 'export function sigmoid( {');
    renameSync(`${file}.new`, file);
    expect(await settled()).toMatch(/! sigmoid +invalid/);
    writeFileSync(file, right);
    expect(await settled()).toContain('100 of 100 points');
  });

  test('has keys: all again, what helps next with what is not done, where the reports are', async () => {
    const { src, settled, press, since } = await watching();
    press('a');
    expect(await settled()).toContain('100 of 100 points');
    const file = path.join(src, 'sigmoid.ts');
    writeFileSync(file, read(file).replace('1 /', '2 /'));
    await settled();
    press('h');
    await expect.poll(since, { timeout: 20_000 }).toContain('sigmoid: the last check recognized this mistake.');
    press('r');
    await expect.poll(since, { timeout: 20_000 }).toMatch(/report\.md/);
  });
});
