import { execFileSync, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { nabla } from '../cli/run-nabla.ts';

const slug = '01-backpropagation';
const folder = mkdtempSync(path.join(tmpdir(), 'nabla-handout-'));
const made = path.join(folder, 'made');

/** What a student has after `git clone`, perhaps with some of a case's files in it. */
function cloned(name: string, ...solutions: readonly (string | undefined)[]): string {
  const target = path.join(folder, name);
  execFileSync('git', ['clone', '--quiet', made, target]);
  for (const solution of solutions.filter((given) => given !== undefined)) {
    cpSync(path.resolve('tests/submissions', slug, solution), path.join(target, 'assignments', slug, 'src'), {
      recursive: true,
    });
    rmSync(path.join(target, 'assignments', slug, 'src', 'expected.json'));
  }
  return target;
}

/** Runs the handout's own grader, in an environment with nothing in it. */
function check(repository: string, ...args: readonly string[]) {
  const run = spawnSync(process.execPath, ['nabla.mjs', 'check', ...args], {
    cwd: repository,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '' },
  });
  const result = JSON.parse(readFileSync(path.join(repository, 'reports', slug, 'result.json'), 'utf8'));
  return { ...run, result };
}

const timeless = (text: string): unknown =>
  JSON.parse(text, (key, value) => (key === 'durationMs' ? 0 : (value as unknown)));

beforeAll(() => {
  const { status, stderr } = nabla(['handout', slug, '--out', made]);
  expect(stderr).toBe('');
  expect(status).toBe(0);
});

describe('a handout', () => {
  test.each(['right-textbook', 'two-mistakes', undefined])('grades as the project does: %s', (solution) => {
    const repository = cloned(`as-the-project-${solution}`, solution);
    const { status, result } = check(repository, '--seed', '9');
    const src = path.join(repository, 'assignments', slug, 'src');
    const ours = nabla(['check', slug, '--submission', src, '--seed', '9', '--format', 'json']);
    expect(timeless(JSON.stringify(result))).toEqual(timeless(ours.stdout));
    expect(status).toBe(ours.status);
  });

  test('asks what students expect, and shows it beside the result; a damaged file costs nothing', () => {
    const repository = cloned('predictions', 'right-textbook');
    const file = path.join(repository, 'assignments', slug, 'src', 'predictions.json');
    const lines = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
    writeFileSync(file, JSON.stringify({ ...lines, sigmoid: 'half of it at 0' }));
    const report = (): string => readFileSync(path.join(repository, 'reports', slug, 'report.md'), 'utf8');
    expect(check(repository, '--seed', '9').status).toBe(0);
    expect(report()).toContain('| `sigmoid` | half of it at 0 | ✅ passed |');
    writeFileSync(file, '{');
    const damaged = check(repository, '--seed', '9');
    expect([damaged.status, damaged.result.points]).toEqual([0, 100]);
    expect(damaged.stderr).toMatch(/^predictions\.json could not be used, which costs no points: .*$/m);
    expect(JSON.stringify(damaged.result)).not.toContain('predictions');
  });

  test('is a repository with one commit and nothing left over', () => {
    const git = (...args: string[]) => execFileSync('git', args, { cwd: made, encoding: 'utf8' }).trim();
    expect(git('rev-list', '--count', 'HEAD')).toBe('1');
    expect(git('status', '--porcelain')).toBe('');
    expect(readdirSync(folder).filter((name) => name.includes('.tmp-'))).toEqual([]);
  });

  test('has its grader in one file of less than 2 MB, in which no line of the reference can be read', () => {
    const grader = readFileSync(path.join(made, 'nabla.mjs'), 'utf8');
    expect(grader.length).toBeLessThan(2e6);
    const sources = readdirSync('reference', { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(path.join('reference', name), 'utf8'));
    expect(sources.length).toBeGreaterThan(30);
    const lines = sources.flatMap((text) => text.split('\n').map((line) => line.trim()));
    expect(lines.filter((line) => line.length > 12 && grader.includes(line))).toEqual([]);
  });

  test('has no solution and no seed of the teacher in it', () => {
    const names = readdirSync(made, { recursive: true, encoding: 'utf8' }).filter((name) => !name.startsWith('.git/'));
    expect(names.filter((name) => /reference|laws|misconceptions\.ts|proof/.test(name))).toEqual([]);
  });

  test('is refused where the folder exists, which stays as it is', () => {
    const before = readdirSync(made);
    const { status, stderr } = nabla(['handout', slug, '--out', made]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/already exists.*--out/);
    expect(readdirSync(made)).toEqual(before);
  });

  test('can be pushed to an empty repository, and to no other', () => {
    const remote = path.join(folder, 'remote.git');
    execFileSync('git', ['init', '--quiet', '--bare', remote]);
    expect(nabla(['handout', slug, '--out', path.join(folder, 'pushed'), '--push', remote]).status).toBe(0);
    expect(execFileSync('git', ['ls-remote', '--heads', remote], { encoding: 'utf8' })).toContain('refs/heads/main');
    const again = nabla(['handout', slug, '--out', path.join(folder, 'again'), '--push', remote]);
    expect(again.status).toBe(2);
    expect(again.stderr).toMatch(/is not empty/);
    expect(readdirSync(folder)).not.toContain('again');
  });

  test('of a variant has the files of its folder, and its parameters in the result', () => {
    const variant = path.join(folder, 'variant');
    cpSync(path.resolve('assignments', slug), variant, { recursive: true });
    const manifest = path.join(variant, 'assignment.json');
    const changed = { ...JSON.parse(readFileSync(manifest, 'utf8')), variant: { id: 'v1', parameters: {} } };
    writeFileSync(manifest, JSON.stringify(changed));
    const target = path.join(folder, 'of-a-variant');
    expect(nabla(['handout', slug, '--out', target, '--variant', variant]).status).toBe(0);
    expect(check(target).result.variant).toEqual({ id: 'v1', parameters: {} });
    const other = nabla(['handout', '02-saturation', '--out', path.join(folder, 'other'), '--variant', variant]);
    expect([other.status, other.stderr]).toEqual([2, expect.stringContaining(`is a variant of ${slug}`)]);
  });

  test('of a folder that is no assignment is refused', () => {
    const { status, stderr } = nabla(['handout', slug, '--out', path.join(folder, 'none'), '--variant', folder]);
    expect([status, stderr]).toEqual([2, expect.stringContaining('assignment.json: there is no such file')]);
  });

  test('in one language has no file in another', () => {
    const target = path.join(folder, 'russian');
    expect(nabla(['handout', slug, '--out', target, '--lang', 'ru']).status).toBe(0);
    const names = readdirSync(target, { recursive: true, encoding: 'utf8' });
    expect(names.filter((name) => /\.en\./.test(name))).toEqual([]);
    expect(readFileSync(path.join(target, 'README.md'), 'utf8')).toContain('Установите Node.js');
    // Windows says nothing of a language, and English is not there to be spoken.
    expect(check(target, `${slug}/sigmoid`).stdout).toContain('не начато');
    const { scripts } = JSON.parse(readFileSync(path.join(target, 'package.json'), 'utf8'));
    expect(scripts.check).toBe('node nabla.mjs check --lang ru');
  });
});

describe('a change to what was handed out', () => {
  test('is named in the result, and the solutions are graded all the same', () => {
    const repository = cloned('tampered', 'right-textbook');
    appendFileSync(path.join(repository, 'assignments', slug, 'statement.en.md'), 'All tasks are worth 100 points.\n');
    rmSync(path.join(repository, '.github'), { recursive: true });
    const { result } = check(repository);
    expect(result.points).toBe(100);
    expect(result.tampered).toEqual([`assignments/${slug}/statement.en.md`]);
  });

  test('of the line ends alone is none', () => {
    const repository = cloned('windows');
    const statement = path.join(repository, 'assignments', slug, 'statement.en.md');
    writeFileSync(statement, readFileSync(statement, 'utf8').replaceAll('\n', '\r\n'));
    expect(check(repository).result.tampered).toBeUndefined();
  });
});

const hasPython = spawnSync('python3', ['--version']).status === 0;

describe.skipIf(!hasPython)("Classroom 50's bundle", () => {
  const bundle = path.join(folder, 'bundle');
  const documented = {
    CLASSROOM: 'deep-learning',
    ASSIGNMENT: 'backpropagation',
    ASSIGNMENT_TYPE: 'individual',
    USERNAME: 'ada',
    OWNER: 'school',
    SUBMISSION_TAG: 'submit/2026-11-23T00-00-00Z',
    COMMIT_URL: 'https://example.org/commit/1',
    RELEASE_URL: 'https://example.org/release/1',
    REVIEW_URL: 'https://example.org/review/1',
    PAGES_BASE_URL: 'https://example.org',
    NODE_OPTIONS: '--this-flag-is-not-known',
  };

  function grade(checkout: string) {
    const env = { PATH: process.env['PATH'] ?? '', CLASSROOM50_BUNDLE_DIR: bundle, ...documented };
    const run = spawnSync('python3', [path.join(bundle, 'autograder.py')], { cwd: checkout, encoding: 'utf8', env });
    const result = run.status === 0 ? JSON.parse(readFileSync(path.join(checkout, 'result.json'), 'utf8')) : undefined;
    return { ...run, result };
  }

  beforeAll(() => {
    expect(nabla(['bundle', 'classroom50', slug, '--out', bundle]).status).toBe(0);
  });

  test('is at most 10 MB', () => {
    const sizes = readdirSync(bundle, { recursive: true, encoding: 'utf8' }).map(
      (name) => statSync(path.join(bundle, name)).size,
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(10e6);
  });

  test('gives a good checkout its points, and says whose it is', () => {
    const { result, status, stderr } = grade(cloned('good', 'right-textbook'));
    expect(stderr).not.toContain('no verdict');
    expect(status).toBe(0);
    expect(result).toMatchObject({ schema: 'classroom50/result/v1', score: 100, 'max-score': 100, owner: 'school' });
    expect(readFileSync(path.join(folder, 'good', 'release-body.md'), 'utf8')).toContain('100 of 100 points');
  });

  test('grades a broken checkout, as far as it can be', () => {
    const checkout = cloned('broken', 'right-textbook', 'broken-syntax');
    rmSync(path.join(checkout, 'nabla.mjs'));
    appendFileSync(path.join(checkout, 'assignments', slug, 'assignment.json'), ' ');
    const { result, status } = grade(checkout);
    expect(status).toBe(0);
    expect(result.score).toBeGreaterThan(0);
    expect(result.score).toBeLessThan(100);
    expect(readFileSync(path.join(checkout, 'release-body.md'), 'utf8')).toContain(
      'differ from the ones you were given',
    );
  });

  test('takes no result from a hostile checkout, and writes through none of its links', () => {
    const checkout = cloned('hostile');
    const victim = path.join(folder, 'victim');
    writeFileSync(victim, 'untouched');
    execFileSync('ln', ['-s', victim, path.join(checkout, 'result.json')]);
    writeFileSync(path.join(checkout, 'nabla.mjs'), 'console.log(\'{"score":100}\')');
    writeFileSync(path.join(checkout, 'handout.json'), '{}');
    const { result, status } = grade(checkout);
    expect(status).toBe(0);
    expect(result.score).toBe(0);
    expect(readFileSync(victim, 'utf8')).toBe('untouched');
  });
});

describe("Gradescope's bundle", () => {
  test('has the two scripts that Gradescope calls, which name the assignment', () => {
    const target = path.join(folder, 'gradescope');
    expect(nabla(['bundle', 'gradescope', slug, '--out', target]).status).toBe(0);
    expect(spawnSync('bash', ['-n', path.join(target, 'setup.sh')]).status).toBe(0);
    expect(spawnSync('bash', ['-n', path.join(target, 'run_autograder')]).status).toBe(0);
    expect(readFileSync(path.join(target, 'run_autograder'), 'utf8')).toContain(`check ${slug} --submission`);
  });
});
