import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { nabla } from '../cli/run-nabla.ts';

const slug = '01-backpropagation';
const folder = mkdtempSync(path.join(tmpdir(), 'nabla-class-handout-'));
const inFolder = (...names: readonly string[]): string => path.join(folder, ...names);

/** Two variants as folders, unproved: what is handed out and bundled here is told apart by its id alone. */
beforeAll(() => {
  for (const id of ['va', 'vb']) {
    cpSync(path.resolve('assignments', slug), inFolder(id), { recursive: true });
    const manifest = inFolder(id, 'assignment.json');
    const read = JSON.parse(readFileSync(manifest, 'utf8'));
    writeFileSync(manifest, JSON.stringify({ ...read, variant: { id, parameters: { activation: 'sigmoid' } } }));
  }
  writeFileSync(inFolder('variants.csv'), 'student,variant,folder,seed,parameters\nada,va,va,1,{}\nИван,vb,vb,2,{}\n');
  writeFileSync(inFolder('students.csv'), 'student,name\nada,Ada\nИван,Иван\n');
});

const variantIn = (file: string): string => JSON.parse(readFileSync(file, 'utf8')).variant.id;

describe('handouts for a roster', () => {
  const made = inFolder('class');

  beforeAll(() => {
    const run = nabla([
      'handout',
      slug,
      '--roster',
      inFolder('students.csv'),
      '--variants',
      inFolder('variants.csv'),
      '--out',
      made,
    ]);
    expect([run.status, run.stderr]).toEqual([0, '']);
  });

  test('are a repository for each student, with their own variant', () => {
    expect(readdirSync(made).sort()).toEqual(['ada', 'Иван']);
    expect(variantIn(path.join(made, 'ada', 'assignments', slug, 'assignment.json'))).toBe('va');
    expect(variantIn(path.join(made, 'Иван', 'assignments', slug, 'assignment.json'))).toBe('vb');
    const commits = execFileSync('git', ['rev-list', '--count', 'HEAD'], {
      cwd: path.join(made, 'ada'),
      encoding: 'utf8',
    });
    expect(commits.trim()).toBe('1');
  });

  test('are not made for some, where a student has no variant', () => {
    writeFileSync(inFolder('more.csv'), 'student,name\nada,Ada\neve,Eve\n');
    const out = inFolder('none');
    const run = nabla([
      'handout',
      slug,
      '--roster',
      inFolder('more.csv'),
      '--variants',
      inFolder('variants.csv'),
      '--out',
      out,
    ]);
    expect([run.status, run.stderr]).toEqual([2, expect.stringMatching(/no variant for eve/)]);
    expect(readdirSync(folder)).not.toContain('none');
  });

  test('go to an address each, in which their id stands', () => {
    for (const student of ['ada', '%D0%98%D0%B2%D0%B0%D0%BD'])
      execFileSync('git', ['init', '--quiet', '--bare', inFolder(`remote-${student}.git`)]);
    const push = inFolder('remote-{student}.git');
    const run = nabla([
      'handout',
      slug,
      '--roster',
      inFolder('students.csv'),
      '--out',
      inFolder('pushed'),
      '--push',
      push,
    ]);
    expect([run.status, run.stderr]).toEqual([0, '']);
    const heads = execFileSync('git', ['ls-remote', '--heads', inFolder('remote-ada.git')], { encoding: 'utf8' });
    expect(heads).toContain('refs/heads/main');
    const wrong = nabla([
      'handout',
      slug,
      '--roster',
      inFolder('students.csv'),
      '--out',
      inFolder('p2'),
      '--push',
      inFolder('x.git'),
    ]);
    expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringMatching(/no \{student\} in it/)]);
  });

  test('are corrected one by one, and keep their variant', () => {
    const target = path.join(made, 'ada');
    const refused = nabla(['handout', '--update', target]);
    expect([refused.status, refused.stderr]).toEqual([2, expect.stringMatching(/Give --variant/)]);
    writeFileSync(inFolder('va', 'statement.en.md'), '# Corrected\n');
    const shown = nabla(['handout', '--update', target, '--variant', inFolder('va'), '--dry-run']);
    expect(shown.stdout).toContain(`changed    assignments/${slug}/statement.en.md`);
    expect(readFileSync(path.join(target, 'assignments', slug, 'statement.en.md'), 'utf8')).not.toBe('# Corrected\n');
    const run = nabla(['handout', '--update', target, '--variant', inFolder('va')]);
    expect([run.status, run.stderr, run.stdout]).toEqual([0, '', expect.stringContaining('Committed on main.')]);
    expect(readFileSync(path.join(target, 'assignments', slug, 'statement.en.md'), 'utf8')).toBe('# Corrected\n');
    expect(nabla(['handout', '--update', target, '--variant', inFolder('va')]).stdout).toMatch(/Nothing has changed/);
  });

  test('need no workflow where another runner does the job', () => {
    const target = inFolder('without');
    expect(nabla(['handout', slug, '--out', target, '--no-workflow']).status).toBe(0);
    expect(readdirSync(target)).not.toContain('.github');
    expect(nabla(['handout', '--update', target]).stdout).toMatch(/Nothing has changed/);
  });
});

const hasPython = spawnSync('python3', ['--version']).status === 0;

describe.skipIf(process.platform === 'win32')('a bundle of variants', () => {
  const submission = (name: string): string => {
    const target = inFolder(name);
    mkdirSync(target, { recursive: true });
    cpSync(path.resolve('tests/submissions', slug, 'right-textbook'), target, { recursive: true });
    return target;
  };
  const make = (kind: string, ...options: readonly string[]): string => {
    const out = inFolder(`${kind}-${options.length}`);
    const run = nabla(['bundle', kind, slug, '--variants', inFolder('variants.csv'), '--out', out, ...options]);
    expect([run.status, run.stderr]).toEqual([0, '']);
    return out;
  };

  test.skipIf(!hasPython)('grades each student of Classroom 50 against their own', () => {
    const bundle = make('classroom50');
    const grade = (user: string) => {
      const cwd = submission(`checkout-${user}`);
      const env = {
        PATH: process.env['PATH'] ?? '',
        CLASSROOM50_BUNDLE_DIR: bundle,
        USERNAME: user,
        ASSIGNMENT_TYPE: 'team',
      };
      const { status, stderr } = spawnSync('python3', [path.join(bundle, 'autograder.py')], {
        cwd,
        env,
        encoding: 'utf8',
      });
      const body = status === 0 ? readFileSync(path.join(cwd, 'release-body.md'), 'utf8') : '';
      return { status, stderr, body };
    };
    // GitHub's names have no case.
    expect(grade('Ada')).toMatchObject({ status: 0, body: expect.stringContaining('100 of 100 points') });
    expect(grade('eve')).toMatchObject({ status: 1, stderr: expect.stringContaining('no variant for eve') });
  });

  test('grades each student of Gradescope against their own, and says so', () => {
    const bundle = make('gradescope');
    expect(statSync(path.join(bundle, 'run_autograder')).mode & 0o111).toBe(0o111);
    const home = inFolder('autograder');
    cpSync(bundle, path.join(home, 'source'), { recursive: true });
    submission('autograder/submission/work-main');
    writeFileSync(
      path.join(home, 'submission_metadata.json'),
      JSON.stringify({ users: [{ id: 7, name: 'Иван', email: 'i@example.org' }] }),
    );
    const env = { PATH: process.env['PATH'] ?? '', NABLA_AUTOGRADER: home };
    const run = spawnSync(path.join(home, 'source', 'run_autograder'), { env, encoding: 'utf8' });
    expect([run.status, run.stderr]).toEqual([0, expect.not.stringContaining('nabla: ')]);
    expect(JSON.parse(readFileSync(path.join(home, 'results', 'results.json'), 'utf8')).score).toBe(100);
    const result = JSON.parse(readFileSync(path.join(home, 'reports', slug, 'result.json'), 'utf8'));
    expect(result.variant.id).toBe('vb');
  });

  test('remembers what an earlier one had', () => {
    const before = make('gradescope', '--lang', 'en');
    writeFileSync(inFolder('va', 'statement.en.md'), '# Corrected once more\n');
    const after = make('gradescope', '--lang', 'en', '--earlier', before);
    const { earlier } = JSON.parse(readFileSync(path.join(after, 'variants', 'va', 'handout.json'), 'utf8'));
    expect(earlier[`assignments/${slug}/statement.en.md`]).toHaveLength(1);
  });
});
