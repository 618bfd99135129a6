import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Readonly<Record<string, string>> };
const blocks = (text: string, language: string): string[] =>
  [...text.matchAll(new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``, 'g'))].map(([, inside = '']) => inside);

describe.each(['README.md', 'README.ru.md'])('%s', (file) => {
  const text = readFileSync(file, 'utf8');

  test('begins with a command that prints what it says', () => {
    const [, command = ''] = blocks(text, 'sh')[0]!.split('\n');
    const [npm, run, check, dashes, ...targets] = command.split(' ');
    expect([npm, run, check, dashes]).toEqual(['npm', 'run', 'check', '--']);
    const report = mkdtempSync(path.join(tmpdir(), 'nabla-readme-'));
    const args = ['dist/nabla.js', 'check', ...targets, '--report', report];
    const { status, stdout } = spawnSync(process.execPath, args, {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], NO_COLOR: '1' },
    });
    expect(status).toBe(1);
    const [shown = ''] = blocks(text, 'text');
    for (const part of shown.split(/^ *…\n/m)) expect(stdout).toContain(part);
  });

  test('links to files that are there', () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, target = '']) => target);
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter((target) => !existsSync(target))).toEqual([]);
  });
});

test.each(['README.md', 'README.ru.md', 'CONTRIBUTING.md'])('%s names commands that npm has', (file) => {
  const names = [...readFileSync(file, 'utf8').matchAll(/npm run ([a-z]+)/g)].map(([, name = '']) => name);
  expect(names.length).toBeGreaterThan(4);
  expect(names.filter((name) => scripts[name] === undefined)).toEqual([]);
});
