import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { launchCommand, pickTier, type Tier } from '../../../grader/sandbox/process/launch.ts';
import { permissionFlag } from '../../../grader/sandbox/process/permission.ts';
import { Sandbox } from '../../../grader/sandbox/sandbox.ts';
import { nabla } from '../../cli/run-nabla.ts';
import { openSandbox } from '../open-sandbox.ts';

const hasStrict = pickTier('auto') === 'strict';
const tiers: readonly Tier[] = hasStrict ? ['local', 'strict'] : ['local'];

describe("the permission flag's name", () => {
  test.each([
    ['20.19.0', '--experimental-permission'],
    ['22.12.0', '--experimental-permission'],
    ['22.13.0', '--permission'],
    ['23.4.0', '--experimental-permission'],
    ['23.5.0', '--permission'],
    ['24.0.0', '--permission'],
    ['26.10.0', '--permission'],
  ])('on Node %s is %s', (version, flag) => {
    expect(permissionFlag(version)).toBe(flag);
  });
});

/** Runs a script of our own where the student's process would run, outside of any realm. */
function runInside(tier: Tier, script: string): string {
  const { file, args } = launchCommand(tier, { heapMb: 64, outsideHeapMb: 384, cpuSeconds: 120 }, script);
  const env = { PATH: process.env['PATH'] ?? '', SECRET: 'x' };
  return spawnSync(file, args, { encoding: 'utf8', env: tier === 'strict' ? env : {} }).stdout.trim();
}

describe.each(tiers)('code that has left its realm, in the %s tier,', (tier) => {
  test.each([
    ['reads no file', 'require("node:fs").readFileSync("/etc/passwd")'],
    ['lists no folder', 'require("node:fs").readdirSync("/")'],
    ['writes no file', 'require("node:fs").writeFileSync("/tmp/nabla-escape", "x")'],
    ['starts no process', 'require("node:child_process").execFileSync("/bin/true")'],
    ['starts no worker', 'new (require("node:worker_threads").Worker)("1", { eval: true })'],
    ['makes no code out of strings', 'new Function("return 1")()'],
  ])('%s', (_, expression) => {
    expect(
      runInside(tier, `try { ${expression}; console.log("reached"); } catch (error) { console.log("denied"); }`),
    ).toBe('denied');
  });

  test("sees nothing of the grader's environment", () => {
    expect(runInside(tier, 'console.log(JSON.stringify(process.env.SECRET ?? "none"))')).toBe('"none"');
  });

  test('fills no memory outside of the heap', async () => {
    const source =
      'export const f = () => { const a: unknown[] = []; for (;;) a.push(new Float64Array(1e6).fill(1)); };';
    const reply = await openSandbox(source, tier).ask({ callMs: 20_000 });
    const kinds = reply.kind === 'answered' ? reply.outcomes.map(({ kind }) => kind) : reply.kind;
    // Where the allocation is refused it depends on V8 whether the student's code learns of it by an error.
    expect(kinds === 'load-crashed' ? kinds : kinds[0]).toMatch(/^(?:threw|crashed)$/);
  });
});

describe.skipIf(!hasStrict)('the strict tier', () => {
  test('has no other processes to signal and no network', () => {
    const script = `
      let parent = 'unreachable';
      try { process.kill(${process.pid}, 0); parent = 'reached'; } catch {}
      const interfaces = Object.values(require("node:os").networkInterfaces()).flat().filter((i) => !i.internal).length;
      console.log(parent, interfaces);`;
    expect(runInside('strict', script)).toBe('unreachable 0');
  });

  test('finds Node wherever it lies', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'a node-'));
    const node = path.join(folder, 'node');
    copyFileSync(process.execPath, node);
    const { stdout } = nabla(['check', '02-saturation/tanh', '--sandbox', 'strict', '--format', 'json'], { node });
    rmSync(folder, { recursive: true });
    expect(JSON.parse(stdout)).toMatchObject({
      sandbox: 'strict',
      tasks: [{ status: 'not-started' }, {}, {}, {}, {}, {}, {}],
    });
  });
});

describe('a process that ends before it is ready', () => {
  test('is a failure of ours, and never a grade', async () => {
    const limits = { heapMb: 1, outsideHeapMb: 384, cpuSeconds: 120, frameMb: 16, printedKb: 16 };
    const sandbox = new Sandbox({ files: [], limits, tier: 'local' });
    await expect(sandbox.call({ file: 'main.ts', task: 'f', calls: [[]], callMs: 300 })).rejects.toMatchObject({
      code: 'sandbox-failed',
      exitCode: 3,
    });
  });
});

describe('the choice of a tier', () => {
  test('is said in the result', () => {
    const { stdout } = nabla(['check', '01-backpropagation', '--format', 'json', '--sandbox', 'local']);
    expect(JSON.parse(stdout)).toMatchObject({ sandbox: 'local' });
  });

  test('falls back silently for auto only: strict where it cannot be had is an error', () => {
    const args = ['check', '01-backpropagation', '--sandbox', 'strict'];
    const { status, stderr } = nabla(args, { env: { PATH: '/nowhere' } });
    expect(status).toBe(2);
    expect(stderr).toMatch(/strict sandbox needs bwrap, and it is not there.*--sandbox local/);
    const auto = nabla(['check', '01-backpropagation', '--format', 'json'], { env: { PATH: '/nowhere' } });
    expect(JSON.parse(auto.stdout)).toMatchObject({ sandbox: 'local', notStrict: 'no-bubblewrap' });
  });

  test('says what is wrong where bubblewrap is there, and the system refuses it namespaces', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'nabla-refused-'));
    // What bubblewrap says on Ubuntu 24.04, and its exit status.
    const refusal = '#!/bin/sh\necho "bwrap: setting up uid map: Permission denied" >&2; exit 1\n';
    writeFileSync(path.join(folder, 'bwrap'), refusal, { mode: 0o755 });
    const env = { PATH: `${folder}${path.delimiter}${process.env['PATH']}` };
    const { status, stderr } = nabla(['check', '01-backpropagation', '--sandbox', 'strict'], { env });
    const auto = nabla(['check', '02-saturation/tanh', '--format', 'json'], { env });
    rmSync(folder, { recursive: true });
    expect(status).toBe(2);
    expect(stderr).toMatch(/user namespaces.*sysctl -w kernel\.apparmor_restrict_unprivileged_userns=0/);
    expect(JSON.parse(auto.stdout)).toMatchObject({ sandbox: 'local', notStrict: 'no-namespaces' });
  });
});
