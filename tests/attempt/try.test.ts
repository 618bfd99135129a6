import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { completion } from '../../grader/cli/commands/try.ts';
import { nabla } from '../cli/run-nabla.ts';

const right = (slug: string): string => path.resolve('tests/submissions', slug, 'right-textbook');
const tryOut = (slug: string, ...expressions: readonly string[]) =>
  nabla(['try', slug, ...expressions, '--submission', right(slug)]);

describe('an expression', () => {
  test("is evaluated with the student's functions, and measured with the grader's difference", () => {
    const { status, stdout, stderr } = tryOut('01-backpropagation', 'sigmoidDerivative(0)', 'slope(sigmoid, 0) - 0.25');
    const [value, difference] = stdout.split('\n').map(Number);
    expect([status, stderr, value]).toEqual([0, '', 0.25]);
    expect(Math.abs(difference ?? Number.NaN)).toBeLessThan(1e-10);
  });

  test('finds its assignment by the functions that it names', () => {
    const { stdout } = nabla(['try', 'clipByValue([3, -4], 1)', '--submission', right('03-gradient-control')]);
    expect(stdout).toBe('[1, -1]\n');
  });

  test('draws the same from the same seed, and is written as a person writes a matrix', () => {
    const [first, again] = [1, 2].map(() => tryOut('04-initialization', 'heNormal(2, 2, rng(7))').stdout);
    expect(first).toBe(again);
    expect(first).toMatch(/^\[\n {2}\[ *-?[\d.]+, *-?[\d.]+\],\n {2}\[ *-?[\d.]+, *-?[\d.]+\]\n\]\n$/);
  });

  test('reaches nets and digits', () => {
    const shapes = 'net([49, 3, 2], xavierNormal, 1).map(({ weights }) => [weights.length, weights[0].length])';
    expect(tryOut('04-initialization', shapes).stdout).toBe('[\n  [3, 49],\n  [2,  3]\n]\n');
    expect(tryOut('05-deep-network', 'digits.inputs.length === digits.labels.length').stdout).toBe('true\n');
  });

  test('without a value says why, and gives 1', () => {
    expect(tryOut('01-backpropagation', 'sigmoid(')).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(/cannot be read/),
    });
    expect(tryOut('01-backpropagation', 'sigmoid(x.y)').stderr).toMatch(/x is not defined\nin the expression, line 1/);
    expect(nabla(['try', 'sigmoid(1)', '--lang', 'ru']).stderr).toMatch(/sigmoid ещё не написана/);
  });

  test("shows an error at the student's line, and what was printed", () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'nabla-try-'));
    cpSync(right('01-backpropagation'), folder, { recursive: true });
    writeFileSync(
      path.join(folder, 'sigmoid.ts'),
      'export function sigmoid(z: number): number {\n  console.log(z);\n  throw new Error("no");\n}\n',
    );
    const { stderr } = nabla(['try', 'sigmoid(5)', '--submission', folder]);
    expect(stderr).toMatch(/^5\n/);
    expect(stderr).toMatch(/Error: no[\s\S]*sigmoid\.ts:3:9/);
  });

  test('is not spoiled by a file that it does not name', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'nabla-try-'));
    cpSync(right('01-backpropagation'), folder, { recursive: true });
    writeFileSync(path.join(folder, 'chain.ts'), 'export function (');
    expect(nabla(['try', 'sigmoid(0)', '--submission', folder]).stdout).toBe('0.5\n');
  });

  test('steers no terminal', () => {
    expect(tryOut('01-backpropagation', '"\\u001b[2J"').stdout).not.toContain('\u001b');
  });
});

describe('without an expression', () => {
  test('lines of standard input are evaluated one by one', () => {
    const args = ['dist/nabla.js', 'try', '01-backpropagation', '--submission', right('01-backpropagation')];
    const run = spawnSync(process.execPath, args, { input: 'sigmoid(0)\n\nsigmoid(0) + 1\n', encoding: 'utf8' });
    expect([run.status, run.stdout]).toEqual([0, '0.5\n1.5\n']);
  });

  test('names are completed from what there is', () => {
    expect(completion('1 + sig', ['sigmoid', 'sigmoidDerivative', 'rng'])).toEqual([
      ['sigmoid', 'sigmoidDerivative'],
      'sig',
    ]);
  });
});
