import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { launcher, oldestNode } from '../../grader/build/launcher.mjs';
import { nabla } from './run-nabla.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'nabla-exit-'));
const right = path.resolve('tests/submissions/01-backpropagation/right-textbook');
const check = [
  'check',
  '01-backpropagation/gradientDescentStep',
  '--submission',
  right,
  '--seed',
  '1',
  '--report',
  folder,
];
const run = (stdio: readonly (number | 'pipe')[], args = check, nodeArgs: readonly string[] = []) =>
  spawnSync(process.execPath, [...nodeArgs, path.resolve('dist/nabla.js'), ...args], {
    stdio: ['ignore', ...stdio],
    encoding: 'utf8',
    // Where promises are broken while a sandbox is open, that keeps the process: it has no verdict, and no end.
    timeout: 60_000,
    killSignal: 'SIGKILL',
  });

describe('what ends the grader unforeseen is 3 and one line, never the status of a verdict', () => {
  const full = process.platform === 'linux' ? openSync('/dev/full', 'w') : -1;

  test.skipIf(full < 0)('a full disk behind standard output', () => {
    const { status, stderr } = run([full, 'pipe'], [...check, '--format', 'json']);
    expect(status).toBe(3);
    expect(stderr.trim().split('\n').at(-1)).toMatch(
      /^nabla: the grader itself failed, so there is no result: Error: ENOSPC/,
    );
  });

  test.skipIf(full < 0)('a full disk behind standard error', () => {
    expect(run(['pipe', full]).status).toBe(3);
  });

  test.skipIf(process.platform === 'win32').each([26, 22, 30])('no more than %d open files', (handles) => {
    const command = `ulimit -n ${handles}; exec "$0" "$@"`;
    const args = ['-c', command, process.execPath, path.resolve('dist/nabla.js'), ...check];
    const { status, stderr } = spawnSync('sh', args, { encoding: 'utf8' });
    // Where they are enough there is a verdict.
    if (status !== 0)
      expect({ status, lines: stderr.trim().split('\n').at(-1) }).toEqual({
        status: 3,
        lines: expect.stringMatching(/^nabla: /),
      });
  });

  test.each([
    ['an exception that nobody catches', 'setTimeout(() => { throw new Error("ours") })'],
    ['a rejection that nobody catches', 'Promise.reject(new Error("ours"))'],
    ['an event loop that runs empty', 'globalThis.Promise.prototype.then = () => {}'],
  ])('%s', (_, script) => {
    const early = `data:text/javascript,${encodeURIComponent(`setTimeout(() => { ${script} }, 150)`)}`;
    const { status, stderr } = run(['pipe', 'pipe'], check, ['--import', early]);
    expect(status).not.toBe(1);
    if (script.includes('ours'))
      expect({ status, stderr }).toEqual({ status: 3, stderr: expect.stringMatching(/nabla: .*Error: ours/) });
    expect(stderr).not.toMatch(/\n {4}at /);
  });
});

describe('a report folder that cannot be written', () => {
  test('is found out before anything is graded', () => {
    const file = path.join(folder, 'file');
    writeFileSync(file, '');
    const { status, stderr } = nabla([...check.slice(0, -1), file]);
    expect(status).toBe(2);
    expect(stderr).not.toContain('seed');
    expect(stderr).toMatch(/^nabla: .*cannot be written: .*\. Choose another folder with --report\.\n$/);
  });

  test('is tried without a trace', () => {
    expect(existsSync(path.join(folder, '01-backpropagation', '.nabla-probe'))).toBe(false);
  });
});

describe('the launcher', () => {
  const { engines } = JSON.parse(readFileSync('package.json', 'utf8')) as { engines: { node: string } };
  const text = launcher({ en: 'too old: {node}', ru: 'стар: {node}' }, 'load("node:fs")');

  test('wants the Node of package.json', () => {
    expect(engines.node).toBe(`>=${oldestNode.join('.')}`);
  });

  test.each([
    ['20.18.3', 'too old: 20.18.3'],
    ['6.17.1', 'too old: 6.17.1'],
  ])('says on Node %s that it is too old, and ends with 2', (version, said) => {
    const before = `Object.defineProperty(process, 'versions', { value: { node: '${version}' } });`;
    const { status, stderr } = spawnSync(process.execPath, ['-e', before + text], { encoding: 'utf8', env: {} });
    expect({ status, stderr }).toEqual({ status: 2, stderr: `${said}\n` });
  });

  test.each(['20.19.0', '21.0.0', '100.1.0'])('goes on under Node %s', (version) => {
    const before = `Object.defineProperty(process, 'versions', { value: { node: '${version}' } });`;
    expect(spawnSync(process.execPath, ['-e', before + text]).status).toBe(0);
  });

  // What an old Node does not know stops it at the first line: classes of words that came after 2015.
  test('is written in words that an old Node knows', () => {
    expect(text).not.toMatch(/=>|\b(?:const|let|class|async|await|import)\b(?! ?\(name\))|`|\?\.|\?\?/);
    expect(readFileSync('dist/nabla.js', 'utf8')).not.toMatch(/=>|\b(?:const|let|class|async|await)\b|`|\?\.|\?\?/);
  });
});
