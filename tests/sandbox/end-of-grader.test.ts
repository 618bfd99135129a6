import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterEach, describe, expect, test } from 'vitest';
import { SandboxProcess } from '../../grader/sandbox/process/child-process.ts';
import { availableGuards, type Guard } from '../../grader/sandbox/process/guard.ts';
import { pickTier, type Tier } from '../../grader/sandbox/process/launch.ts';
import { areAlive, descendants, isHarness } from './processes.ts';

const tiers: readonly Tier[] = pickTier('auto') === 'strict' ? ['local', 'strict'] : ['local'];
/** Loops for ever in a call, and has no other call to make meanwhile. */
const looping =
  'export function tanh(z: number): number { for (;;); }\nexport function tanhDerivative() { return 0; }\n';

const started: ChildProcess[] = [];
const folders: string[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A check of a submission that never answers, once its sandbox is at work; `pids`: what it has started. */
async function busyCheck(tier: Tier): Promise<{ readonly grader: ChildProcess; readonly pids: readonly number[] }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'nabla-end-'));
  folders.push(folder);
  writeFileSync(path.join(folder, 'tanh.ts'), looping);
  const args = ['check', '02-saturation/tanh', '--submission', folder, '--report', folder, '--sandbox', tier];
  const grader = spawn(process.execPath, ['dist/nabla.js', ...args], { stdio: 'ignore' });
  started.push(grader);
  let pids: readonly number[] = [];
  await expect
    .poll(
      () => {
        const children = descendants(grader.pid ?? 0);
        pids = children.map(({ pid }) => pid);
        return children.some(isHarness);
      },
      { timeout: 60_000, interval: 5 },
    )
    .toBe(true);
  return { grader, pids };
}

describe.skipIf(process.platform !== 'linux').each(tiers)('when the grader ends, in the %s tier', (tier) => {
  test.each(['SIGKILL', 'SIGTERM', 'SIGINT'] as const)(
    'by %s, the sandbox ends, in the midst of a loop',
    async (signal) => {
      const { grader, pids } = await busyCheck(tier);
      grader.kill(signal);
      await expect.poll(() => areAlive(pids), { timeout: 30_000, interval: 20 }).toBe(false);
    },
  );
});

const limits = { heapMb: 64, outsideHeapMb: 384, cpuSeconds: 600 };

/** Starts what the tier starts, with a loop in the place of the harness: code that owns the process, and obeys nobody. */
const lostChild = `
  import { spawn } from 'node:child_process';
  import { launchCommand } from './grader/sandbox/process/launch.ts';
  const [tier, guard] = process.argv.slice(2);
  const { file, args } = launchCommand(tier, ${JSON.stringify(limits)}, 'for (;;);', guard);
  spawn(file, args, { env: {}, detached: true, stdio: ['pipe', 'pipe', 'pipe', 'pipe'] });
  setInterval(() => {}, 1000);`;

const ways: readonly (readonly [Tier, Guard])[] = [
  ...availableGuards().map((guard) => ['local', guard] as const),
  ...tiers.slice(1).map((tier) => [tier, 'none'] as const),
];

describe.skipIf(process.platform !== 'linux').each(ways)(
  'a child that obeys nobody, tier %s, guard %s',
  (tier, guard) => {
    test('ends when its grader is killed, and nothing of ours is left', async () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'nabla-lost-'));
      folders.push(folder);
      const file = path.join(folder, 'lost.mjs');
      await build({
        stdin: { contents: lostChild, resolveDir: '.', loader: 'ts' },
        bundle: true,
        platform: 'node',
        format: 'esm',
        outfile: file,
      });
      const grader = spawn(process.execPath, [file, tier, guard], { stdio: 'ignore' });
      started.push(grader);
      let pids: readonly number[] = [];
      const isLooping = (): boolean => {
        const children = descendants(grader.pid ?? 0);
        pids = children.map(({ pid }) => pid);
        return children.some(({ command }) => command.endsWith('for (;;);\0') && command.startsWith(process.execPath));
      };
      await expect.poll(isLooping, { timeout: 60_000, interval: 5 }).toBe(true);
      grader.kill('SIGKILL');
      await expect.poll(() => areAlive(pids), { timeout: 30_000, interval: 20 }).toBe(false);
    });
  },
);

describe.skipIf(process.platform === 'win32').each(availableGuards())('a process under the guard "%s"', (guard) => {
  test('takes a frame, says that it is ready, and ends', async () => {
    const one = new SandboxProcess('local', limits, 2 ** 20, guard);
    one.send({ kind: 'load', realm: '', portName: 'port', frameBytes: 1, printedChars: 1, files: [] });
    const received = await one.receive(60_000);
    expect('frame' in received && received.frame.length).toBe(0);
    one.kill();
    expect(await one.receive(60_000)).toMatchObject({ ended: { isOurs: false, outOfMemory: false } });
  });
});
