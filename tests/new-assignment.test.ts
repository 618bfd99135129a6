import { cpSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Verification } from '../grader/verify/verification.ts';
import { nabla } from './cli/run-nabla.ts';
import { build, emptyProject, verified } from './empty-project.ts';

describe('nabla new', () => {
  let project = '';
  beforeAll(() => {
    project = emptyProject();
    build(project);
  });

  test('writes an assignment that verifies as it is, under the name that was given', () => {
    // What has been built is there, and is built again with the assignment.
    const folder = mkdtempSync(path.join(tmpdir(), 'nabla-new-'));
    cpSync(project, folder, { recursive: true });
    const binary = path.join(folder, 'dist', 'nabla.js');
    expect(nabla(['new', '06-of-my-own'], { binary }).status).toBe(0);
    build(folder);
    const { status, all } = verified(folder, 5);
    expect(all.map(({ assignment, points }) => [assignment, points.flatMap(({ problems }) => problems)])).toEqual([
      ['06-of-my-own', []],
    ]);
    expect(status).toBe(0);
    // Its domain is asked about from the first day.
    const { landmarks } = { ...all[0]?.points.find(({ name }) => name === 'regions')?.figures };
    expect(landmarks).toBeGreaterThan(20);
    const statement = readFileSync(path.join(folder, 'assignments', '06-of-my-own', 'statement.en.md'), 'utf8');
    expect(statement).toContain('npm run check -- 06-of-my-own/scale');
    expect(statement).not.toContain('new-assignment');

    const varied = nabla(['variant', '06-of-my-own'], { binary });
    expect([varied.status, varied.stderr]).toEqual([2, expect.stringContaining('has no variants')]);

    const again = nabla(['new', '06-of-my-own'], { binary });
    expect([again.status, again.stderr]).toEqual([2, expect.stringContaining('already exists')]);
  });

  test.each([
    ['function', 'en'],
    ['gradient', 'ru'],
    ['random', 'en,ru'],
  ])('writes one of the kind %s, in %s, that verifies as it is', (kind, lang) => {
    const binary = path.join(project, 'dist', 'nabla.js');
    expect(nabla(['new', `07-${kind}`, '--kind', kind, '--lang', lang], { binary }).status).toBe(0);
    const run = nabla(['verify', `07-${kind}`, '--runs', '5', '--seed', '1', '--json'], { binary });
    const [one] = JSON.parse(run.stdout) as Verification[];
    expect([run.status, one?.points.flatMap(({ problems }) => problems)]).toEqual([0, []]);
    const texts = readdirSync(path.join(project, 'assignments', `07-${kind}`)).filter((name) => name.endsWith('.md'));
    expect([...new Set(texts.map((name) => name.split('.')[1]))].sort()).toEqual(lang.split(','));
  });

  test('refuses a name that is none', () => {
    for (const name of ['../elsewhere', 'Momentum', 'a b', '-a', '']) {
      expect([name, nabla(['new', '--', name]).status]).toEqual([name, 2]);
    }
  });
});
