import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { nabla } from './run-nabla.ts';

/** A handout of its own, so that what is noted of seen hints is nobody else's. */
const root = path.join(mkdtempSync(path.join(tmpdir(), 'nabla-hint-')), 'handout');
const noted = path.join(root, '.nabla', 'hints.json');

function run(...args: readonly string[]) {
  const env = { PATH: process.env['PATH'] ?? '' };
  return spawnSync(process.execPath, [path.join(root, 'nabla.mjs'), ...args], { cwd: root, encoding: 'utf8', env });
}
const hint = (...args: readonly string[]) => run('hint', ...args);

beforeAll(() => {
  expect(nabla(['handout', '01-backpropagation', '02-saturation', '--out', root]).status).toBe(0);
});
beforeEach(() => {
  rmSync(path.join(root, '.nabla'), { recursive: true, force: true });
  rmSync(path.join(root, 'reports'), { recursive: true, force: true });
});

describe('nabla hint', () => {
  test('gives the next hint each time, and the last one again after that', () => {
    const heads = [1, 2, 3, 4].map(() => /hint \d of 3/.exec(hint('sigmoid').stdout)?.[0]);
    expect(heads).toEqual(['hint 1 of 3', 'hint 2 of 3', 'hint 3 of 3', 'hint 3 of 3']);
  });

  test('begins again when asked to, and shows any of them', () => {
    hint('sigmoid');
    expect(hint('sigmoid', '--restart').stdout).toContain('hint 1 of 3');
    expect(hint('sigmoid', '--level', '3').stdout).toContain('hint 3 of 3');
  });

  test('keeps the tasks apart', () => {
    hint('sigmoid');
    expect(hint('02-saturation/tanh').stdout).toContain('tanh: hint 1 of 3');
    expect(JSON.parse(readFileSync(noted, 'utf8')).seen).toEqual({
      '01-backpropagation/sigmoid': 1,
      '02-saturation/tanh': 1,
    });
  });

  test('speaks Russian', () => {
    expect(hint('sigmoid', '--lang', 'ru').stdout).toMatch(/подсказка 1 из 3[\s\S]*экспонент/);
  });

  /** Checks a function that is wrong, and puts the stub back. */
  function checkWrong(body: string): void {
    const src = path.join(root, 'assignments', '01-backpropagation', 'src', 'sigmoid.ts');
    const stub = readFileSync(src, 'utf8');
    writeFileSync(src, `export const sigmoid = (z: number) => ${body};\n`);
    run('check', '01-backpropagation/sigmoid');
    writeFileSync(src, stub);
  }

  test('explains the mistake that the last check knew, in the place of the nudge', () => {
    checkWrong('1 / (1 + Math.exp(z))');
    const [first, second, third] = [hint('sigmoid'), hint('sigmoid'), hint('sigmoid')].map(({ stdout }) => stdout);
    expect(first).toMatch(/the last check recognized this mistake[\s\S]*the sign of the exponent is lost/);
    expect(first).not.toContain('Is the result wrong, or is it NaN');
    expect(second).toContain('hint 2 of 3');
    expect(second).not.toContain('the sign of the exponent is lost');
    expect(third).toContain('hint 3 of 3');
  });

  test('explains it in Russian, though the check was in English', () => {
    checkWrong('1 / (1 + Math.exp(z))');
    expect(hint('sigmoid', '--lang', 'ru').stdout).toContain('потерян знак показателя');
  });

  test('explains another mistake when there is one, and goes on from where it was', () => {
    checkWrong('1 / (1 + Math.exp(z))');
    for (let asked = 0; asked < 2; asked++) hint('sigmoid');
    checkWrong('1 / 1 + Math.exp(-z)');
    expect(hint('sigmoid').stdout).toContain('parentheses are missing');
    expect(hint('sigmoid').stdout).toContain('hint 3 of 3');
    expect(hint('sigmoid', '--level', '1').stdout).toContain('Is the result wrong, or is it NaN');
  });

  test('starts afresh where its note is damaged', () => {
    mkdirSync(path.dirname(noted), { recursive: true });
    writeFileSync(noted, '{"seen":');
    const { status, stdout } = hint('sigmoid');
    expect(status).toBe(0);
    expect(stdout).toContain('hint 1 of 3');
  });

  test.each([
    [['sigmiod'], /no task "sigmiod".*sigmoid/],
    [['sigmoid', '--level', '4'], /1, 2 or 3/],
    [[], /missing required argument/],
  ])('refuses %j with a sentence', (args, sentence) => {
    const { status, stderr } = hint(...args);
    expect(status).toBe(2);
    expect(stderr).toMatch(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
