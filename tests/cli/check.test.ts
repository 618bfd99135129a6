import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Result } from '../../grader/report/result.ts';
import { nabla } from './run-nabla.ts';

const slug = '01-backpropagation';
const right = path.resolve('tests/submissions', slug, 'right-textbook');
const checkRight = ['check', slug, '--submission', right];

/** The right submission with one file changed. */
function withFile(name: string, text: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'nabla-case-'));
  cpSync(right, folder, { recursive: true });
  writeFileSync(path.join(folder, name), text);
  return folder;
}

/** A result without what the clock gives. */
const withoutTimes = (text: string): string => text.replace(/"durationMs": \d+/g, '"durationMs": 0');

describe('nabla check', () => {
  test('ends with 0 for full points, prints the outcome on standard output and writes both reports', () => {
    const { status, stdout, stderr, folder } = nabla([...checkRight, '--seed', '7']);
    expect(status).toBe(0);
    expect(stdout).toContain('100 of 100 points');
    expect(stderr).toContain('seed 7');
    const result = JSON.parse(readFileSync(path.join(folder, 'reports', slug, 'result.json'), 'utf8')) as Result;
    expect(result).toMatchObject({
      formatVersion: 1,
      assignment: slug,
      variant: null,
      seed: 7,
      points: 100,
      maxPoints: 100,
    });
    expect(Object.keys(result.submission.files).sort()).toEqual(['chain.ts', 'loss.ts', 'network.ts', 'sigmoid.ts']);
    expect(readFileSync(path.join(folder, 'reports', slug, 'report.md'), 'utf8')).toContain('100 of 100');
  });

  test('ends with 1 when points are missing, and with 0 when asked to', () => {
    const wrong = withFile('loss.ts', 'export const binaryCrossEntropy = () => 0;');
    const args = ['check', slug, '--submission', wrong, '--seed', '1'];
    expect(nabla(args).status).toBe(1);
    expect(nabla([...args, '--exit-zero']).status).toBe(0);
  });

  test('draws the gradients of a failed backward beside the report, and takes the picture away when it passes', () => {
    const network = readFileSync(path.join(right, 'network.ts'), 'utf8');
    const wrong = withFile('network.ts', network.replace('g * sigmoidDerivative', '2 * g * sigmoidDerivative'));
    const args = ['check', `${slug}/backward`, '--seed', '1', '--submission'];
    const { folder } = nabla([...args, wrong]);
    const picture = 'plots/backward-gradient-norms.svg';
    const reports = path.join(folder, 'reports', slug);
    const report = () => readFileSync(path.join(reports, 'report.md'), 'utf8');
    // The alt text says what the lines say: twice the right gradient in every layer.
    expect(report()).toMatch(
      /!\[The gradient, layer by layer\. yours: from .+; right: from .+\]\(plots\/backward-gradient-norms\.svg\)/,
    );
    expect(readFileSync(path.join(reports, picture), 'utf8')).toContain('<svg');
    nabla([...args, right, '--report', path.join(folder, 'reports')]);
    expect(report()).not.toContain(picture);
    expect(existsSync(path.join(reports, picture))).toBe(false);
  });

  test('grades the stubs of the project when no submission is given', () => {
    const { status, stdout } = nabla(['check', slug, '--format', 'json']);
    const result = JSON.parse(stdout) as Result;
    expect(status).toBe(1);
    expect(result.points).toBe(0);
    expect(result.tasks.map((task) => task.status)).toEqual(Array.from({ length: 9 }, () => 'not-started'));
  });

  test('prints a command that checks the same folder again, and none of it in the report', () => {
    const wrong = withFile('sigmoid.ts', 'export const sigmoid = (z: number) => z;\n');
    const { stdout, folder } = nabla(['check', `${slug}/sigmoid`, '--seed', '3', '--submission', wrong]);
    const command = `npm run check -- ${slug}/sigmoid --seed 3`;
    expect(stdout).toContain(`${command} --submission ${wrong}\n`);
    const report = readFileSync(path.join(folder, 'reports', slug, 'report.md'), 'utf8');
    expect(report).toContain(`\`${command}\``);
  });

  test('finds the files in a repository', () => {
    const repository = mkdtempSync(path.join(tmpdir(), 'nabla-repository-'));
    mkdirSync(path.join(repository, 'assignments', slug), { recursive: true });
    cpSync(right, path.join(repository, 'assignments', slug, 'src'), { recursive: true });
    expect(nabla(['check', slug, '--submission', repository]).status).toBe(0);
  });

  test('of one task lists the others as not run, and meets the same counterexample as a check of all', () => {
    const wrong = withFile(
      'sigmoid.ts',
      'export const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));\nexport const sigmoidDerivative = (z: number) => sigmoid(z);',
    );
    const of = (target: string) =>
      JSON.parse(nabla(['check', target, '--submission', wrong, '--seed', '5', '--format', 'json']).stdout) as Result;
    const one = of(`${slug}/sigmoidDerivative`);
    expect(one.tasks.map(({ status }) => status).filter((status) => status === 'not-run')).toHaveLength(8);
    const [, task] = one.tasks;
    expect(task).toMatchObject({
      id: 'sigmoidDerivative',
      status: 'failed',
      replay: `npm run check -- ${slug}/sigmoidDerivative --seed 5`,
    });
    expect(task?.counterexample).toEqual(of(slug).tasks[1]?.counterexample);
  });

  test('draws a seed when none is given, and says it', () => {
    const seeds = [1, 2].map(() => (JSON.parse(nabla([...checkRight, '--format', 'json']).stdout) as Result).seed);
    expect(seeds[0]).not.toBe(seeds[1]);
  });

  test('takes 0 and the largest 32-bit number for seeds', () => {
    for (const seed of [0, 4294967295]) {
      expect(
        (JSON.parse(nabla([...checkRight, '--seed', String(seed), '--format', 'json']).stdout) as Result).seed,
      ).toBe(seed);
    }
  });

  test('writes the reports where --report says, from where the caller stands', () => {
    const { folder } = nabla([...checkRight, '--report', 'out/here']);
    expect(readdirSync(path.join(folder, 'out/here', slug)).sort()).toEqual(['plots', 'report.md', 'result.json']);
    expect(existsSync(path.join(folder, 'reports'))).toBe(false);
  });

  test('under npm takes paths from where npm was called', () => {
    const caller = mkdtempSync(path.join(tmpdir(), 'nabla-caller-'));
    const { folder } = nabla([...checkRight, '--report', 'out'], {
      env: { INIT_CWD: caller, npm_lifecycle_event: 'check' },
    });
    expect(readdirSync(caller)).toEqual(['out']);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('a wrong call', () => {
  test.each([
    [
      'an unknown assignment',
      ['check', '01-backpropagatoin'],
      /no assignment "01-backpropagatoin"\. Did you mean 01-backpropagation\?/,
    ],
    [
      'an unknown task',
      ['check', `${slug}/sigmiod`],
      /no task of 01-backpropagation "sigmiod"\. Did you mean sigmoid\?/,
    ],
    ['a folder that is not there', ['check', slug, '--submission', 'nowhere'], /there is no folder .*nowhere/],
    ['a seed that is no number', ['check', slug, '--seed', 'x'], /seed.*whole number from 0 to 4294967295/],
    ['a seed that is too large', ['check', slug, '--seed', '4294967296'], /whole number/],
    ['a negative seed', ['check', slug, '--seed=-1'], /whole number/],
    ['an unknown option', ['check', '--sede', '1'], /unknown option '--sede'/],
    ['an unknown language', ['check', '--lang', 'de'], /Allowed choices are en, ru/],
    ['an unknown format', ['check', '--format', 'xml'], /Allowed choices are/],
    ['a verb without its argument', ['hint'], /'task'.*npm run hint -- --help/],
    ['a handout of nothing', ['handout'], /no assignment was named.*npm run handout -- --help/],
    ['an unknown command', ['chek'], /unknown command 'chek'/],
  ] as const)('with %s ends with 2 and one line that says what and what to do', (_, args, message) => {
    const { status, stdout, stderr, folder } = nabla([...args]);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stdout).toBe('');
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('the language of a report', () => {
  test.each([
    [{ LANG: 'ru_RU.UTF-8' }, 'Баллы: 100 из 100'],
    [{ LC_ALL: 'en_US.UTF-8', LANG: 'ru_RU.UTF-8' }, '100 of 100 points'],
    [{ LC_MESSAGES: 'ru_RU', LANG: 'en_US' }, 'Баллы: 100 из 100'],
    [{ LANG: 'C' }, '100 of 100 points'],
  ])('follows %j', (env, expected) => {
    expect(nabla(checkRight, { env: env as unknown as Record<string, string> }).stdout).toContain(expected);
  });

  test('is the one that --lang names, for help too', () => {
    expect(nabla([...checkRight, '--lang', 'ru'], { env: { LANG: 'en_US' } }).stdout).toContain('Баллы: 100 из 100');
    expect(nabla(['check', '--help', '--lang', 'ru']).stdout).toContain('проверить решения');
  });
});

describe('color', () => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: color is made of them
  const colored = /\u001b\[/;
  test('is not used where the output is no terminal, unless it is forced', () => {
    expect(nabla(checkRight).stdout).not.toMatch(colored);
    expect(nabla(checkRight, { env: { FORCE_COLOR: '1' } }).stdout).toMatch(colored);
    expect(nabla(checkRight, { env: { FORCE_COLOR: '0' } }).stdout).not.toMatch(colored);
  });
});

describe('the same seed, submission and version', () => {
  const wrong = withFile(
    'network.ts',
    readFileSync(path.join(right, 'network.ts'), 'utf8').replace(
      'delta.map((d) => a',
      'delta.map((d) => pass.activations[0]',
    ),
  );
  const resultOn = (node: string): string => {
    const { folder } = nabla(['check', slug, '--submission', wrong, '--seed', '11'], { node });
    return withoutTimes(readFileSync(path.join(folder, 'reports', slug, 'result.json'), 'utf8'));
  };

  test('give the same result, times apart', () => {
    expect(resultOn(process.execPath)).toBe(resultOn(process.execPath));
  });

  // NABLA_TEST_NODES lists other versions of Node, as paths separated by colons; .ci/run sets it.
  const others = (process.env['NABLA_TEST_NODES'] ?? '').split(path.delimiter).filter((node) => node !== '');
  const versions = others.map(
    (node) => [execFileSync(node, ['--version'], { encoding: 'utf8' }).trim(), node] as const,
  );
  test.skipIf(others.length === 0).each(versions)('give the same result on Node %s', (_, node) => {
    expect(resultOn(node)).toBe(resultOn(process.execPath));
  });
});
