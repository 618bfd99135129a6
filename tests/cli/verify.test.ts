import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { isProved, pointNames, type Verification } from '../../grader/verify/verification.ts';
import { nabla } from './run-nabla.ts';

const slug = '02-saturation';

describe('nabla verify', () => {
  test('gives its findings as JSON, and ends with 0 or 1 as they say', () => {
    const { status, stdout, stderr } = nabla(['verify', slug, '--runs', '1', '--seed', '3', '--json']);
    const findings = JSON.parse(stdout) as Verification[];
    expect(findings).toMatchObject([{ assignment: slug, seed: 3, runs: 1 }]);
    expect(findings[0]?.points.map(({ name }) => name)).toEqual(pointNames);
    expect(status).toBe(findings.every(isProved) ? 0 : 1);
    expect(stderr).toContain(slug);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  test('gives the same findings for the same seed', () => {
    const [first, second] = [1, 2].map(() => nabla(['verify', slug, '--runs', '1', '--seed', '5', '--json']).stdout);
    expect(first).toBe(second);
  });

  test('prints a table in the language that was asked for', () => {
    expect(nabla(['verify', slug, '--runs', '1', '--lang', 'ru']).stdout).toContain('1 эталон');
  });

  test('says of an assignment that cannot be loaded why not, and goes on to the next', () => {
    const project = mkdtempSync(path.join(tmpdir(), 'nabla-project-'));
    for (const name of ['package.json', 'dist']) cpSync(name, path.join(project, name), { recursive: true });
    for (const name of ['00-broken', slug]) {
      cpSync(path.join('assignments', slug), path.join(project, 'assignments', name), { recursive: true });
    }
    const manifest = path.join(project, 'assignments/00-broken/assignment.json');
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('"points": 15', '"points": 20'));
    const args = ['verify', '--runs', '1', '--json'];
    const { status, stdout } = nabla(args, { binary: path.join(project, 'dist/nabla.js') });
    rmSync(project, { recursive: true });
    const [broken, next] = JSON.parse(stdout) as Verification[];
    expect(status).toBe(1);
    expect(broken).toMatchObject({ assignment: '00-broken', points: [{ problems: [{ code: 'not-loadable' }] }] });
    expect(next?.points.map(({ name }) => name)).toEqual(pointNames);
  });

  test.each([
    ['an unknown assignment', ['verify', '02-saturatoin'], /Did you mean 02-saturation\?/],
    ['a single task', ['verify', `${slug}/tanh`], /tanh" is a task\. Name an assignment/],
    ['no runs', ['verify', '--runs', '0'], /whole number from 1/],
    ['a seed that is no number', ['verify', '--seed', 'x'], /whole number from 0/],
    ['an unknown option', ['verify', '--run', '1'], /unknown option '--run'/],
  ] as const)('of %s ends with 2 and one line', (_, args, message) => {
    const { status, stdout, stderr } = nabla(args);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stdout).toBe('');
  });
});
