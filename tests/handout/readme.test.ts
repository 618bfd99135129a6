import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { nabla } from '../cli/run-nabla.ts';

const folder = path.join(mkdtempSync(path.join(tmpdir(), 'nabla-readme-')), 'handout');
expect(nabla(['handout', '02-saturation', '--out', folder]).status).toBe(0);
const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Readonly<Record<string, string>> };

describe.each([
  ['en', 'README.md', 'Start here: {task}.'],
  ['ru', 'README.ru.md', 'Начните отсюда: {task}.'],
])('the first hour in %s', (language, file, start) => {
  const text = read(file);
  const words = JSON.parse(readFileSync(`templates/messages.${language}.json`, 'utf8'));
  const run = (...args: string[]) => nabla([...args, '--lang', language], { binary: path.join(folder, 'nabla.mjs') });

  test('begins with the task that the first check begins with', () => {
    const [, task = ''] = /npm run check -- (\w+)/.exec(text) ?? [];
    const sentence = start.replace('{task}', task);
    expect(text).toContain(`\`${sentence}\``);
    expect(run('check', '--submission', folder).stdout).toContain(sentence);
    const stub = /`(assignments\/[^`]+\.ts)`/.exec(text)?.[1] ?? '';
    expect(read(stub)).toContain(`throw new NotImplemented('${task}');`);
  });

  test('calls commands that the handout has', () => {
    const called = [...text.matchAll(/npm run ([a-z]+)/g)].map(([, name = '']) => name);
    expect(called.length).toBeGreaterThan(8);
    expect(called.filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  test('says of messages what they are', () => {
    const { status, message, cli } = words;
    const quoted = [...text.matchAll(/^\| (?:`([^`]+)`)/gm)].map(([, quote = '']) => quote);
    const ours = [status['not-started'], status.timeout, message.syntax, cli.oldNode];
    for (const one of ours) expect(quoted.filter((quote) => one.includes(quote))).not.toEqual([]);
  });
});
