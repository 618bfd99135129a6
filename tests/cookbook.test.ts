import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Result } from '../grader/report/result.ts';
import type { Verification } from '../grader/verify/verification.ts';
import { nabla } from './cli/run-nabla.ts';
import { build, emptyProject } from './empty-project.ts';

/** The assignments of docs/authoring.md and docs/cookbook.md. */
const recipes = ['tests/momentum-and-adam', ...readdirSync('tests/cookbook').map((name) => `tests/cookbook/${name}`)];

let project = '';
let binary = '';
beforeAll(() => {
  project = emptyProject();
  binary = path.join(project, 'dist', 'nabla.js');
  for (const recipe of recipes) {
    const folder = path.join(project, 'assignments', path.basename(recipe));
    cpSync(path.resolve(recipe), folder, { recursive: true });
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((one) =>
      one.endsWith('.ts'),
    )) {
      const file = path.join(folder, name);
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll("'../../../", "'../../"));
    }
  }
  build(project);
}, 300_000);

const verified = (...slugs: readonly string[]) => {
  const run = nabla(['verify', ...slugs, '--runs', '2', '--seed', '1', '--json'], { binary });
  const all = JSON.parse(run.stdout) as Verification[];
  return all.map(({ points }) => points.flatMap(({ problems }) => problems));
};

describe('a recipe of the cookbook', { timeout: 300_000 }, () => {
  test.each(recipes)('%s verifies', (recipe) => {
    expect(verified(path.basename(recipe))).toEqual([[]]);
  });

  test('with a parameter makes a variant, which has the parameter in its texts', () => {
    const run = nabla(['variant', 'leaky', '--set', 'leak=0.3', '--out', path.join(project, 'made')], { binary });
    expect([run.status, run.stderr]).toEqual([0, '']);
    const [name = ''] = readdirSync(path.join(project, 'made'));
    const statement = readFileSync(path.join(project, 'made', name, 'statement.ru.md'), 'utf8');
    expect(statement).toContain('При $z = -3$ это -0.9.');
  });

  test('with a plot draws it for who fails, and one with a walk shows the calculation', () => {
    const wrong = path.join(project, 'wrong');
    const files = {
      'leaky/leaky.ts': 'export const leakyRelu = (z: number) => Math.max(0, z);\n',
      'gru/gru.ts': 'export const gruStep = (h: number[]) => h.map((x) => x / 2);\n',
    };
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(wrong, name)), { recursive: true });
      writeFileSync(path.join(wrong, name), text);
    }
    const check = (slug: string, lang: string) => {
      const reports = path.join(project, 'reports', lang);
      const run = nabla(['check', slug, '--submission', wrong, '--report', reports, '--lang', lang], { binary });
      expect(run.status).toBe(1);
      const { tasks } = JSON.parse(readFileSync(path.join(reports, slug, 'result.json'), 'utf8')) as Result;
      return { tasks, report: readFileSync(path.join(reports, slug, 'report.md'), 'utf8'), reports };
    };
    const { report, reports } = check('leaky', 'ru');
    expect(report).toContain('ReLU без утечки');
    expect(existsSync(path.join(reports, 'leaky', 'plots', 'leakyRelu-leaky-curve.svg'))).toBe(true);
    expect(check('gru', 'en').report).toContain('h′');
  });
});
