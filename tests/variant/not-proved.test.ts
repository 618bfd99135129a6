import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { nabla } from '../cli/run-nabla.ts';

const slug = '02-saturation';
/** A project of its own with one assignment, of which one stub is done. */
const root = mkdtempSync(path.join(tmpdir(), 'nabla-unproved-'));
const out = path.join(root, 'out');
const run = (...args: readonly string[]) =>
  nabla(['variant', slug, ...args], { binary: path.join(root, 'dist', 'nabla.js') });

beforeAll(() => {
  for (const name of ['dist', 'templates', 'package.json', `assignments/${slug}`]) {
    cpSync(name, path.join(root, name), { recursive: true });
  }
  const stub = path.join(root, 'assignments', slug, 'src', 'saturation.ts');
  writeFileSync(stub, readFileSync(stub, 'utf8').replace(/throw new NotImplemented\('gradientBound'\);/, 'return 0;'));
  mkdirSync(out);
});

describe('a variant that does not hold', () => {
  test('is not written, and the point that does not hold is named', () => {
    const { status, stdout, stderr } = run('--seed', '1', '--out', out);
    expect([status, stderr]).toEqual([1, expect.stringContaining('nothing was written')]);
    expect(stdout).toMatch(/2 stubs · .*saturation\.ts/);
    expect(readdirSync(out)).toEqual([]);
  });

  test('takes its whole class with it', () => {
    const [roster, secret] = ['students.csv', 'secret.txt'].map((name) => path.join(root, name)) as [string, string];
    writeFileSync(roster, 'id\nada\nemmy\nsofia\n');
    writeFileSync(secret, 'a secret of the class\n');
    const room = path.join(out, 'class');
    const { status, stdout, stderr } = run('--roster', roster, '--secret-file', secret, '--out', room, '--lang', 'ru');
    expect(status).toBe(1);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stdout).toMatch(/· 2 .*saturation\.ts/);
    expect(readdirSync(out)).toEqual([]);
  });
});
