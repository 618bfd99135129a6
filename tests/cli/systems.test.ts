import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { quoted } from '../../grader/cli/arguments/quoted.ts';
import type { Result } from '../../grader/report/result.ts';
import { nabla } from './run-nabla.ts';

const slug = '01-backpropagation';
const source = path.resolve('tests/submissions', slug, 'right-textbook');

/** The right submission in a folder of some name, each file's text changed. */
function copied(change: (text: string) => string, folder = 'copy'): string {
  const copy = path.join(mkdtempSync(path.join(tmpdir(), 'nabla-systems-')), folder);
  mkdirSync(copy, { recursive: true });
  for (const name of readdirSync(source)) {
    writeFileSync(path.join(copy, name), change(readFileSync(path.join(source, name), 'utf8')));
  }
  return copy;
}

const resultOf = (folder: string, target = `${slug}/forward`): Result =>
  JSON.parse(nabla(['check', target, '--submission', folder, '--seed', '3', '--format', 'json']).stdout) as Result;
const told = ({ tasks }: Result) => tasks.map(({ durationMs: _, ...task }) => task);

describe('what other systems and editors write', () => {
  const wrong = (text: string) => text.replace('export function forward(', 'export function forward(bad: never, ');
  const broken = (text: string) => text.replace('export function forward(', 'export function forward((');

  test.each([
    ['the line ends of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a byte-order mark', (text: string) => `\ufeff${text}`],
    ['both', (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}`],
  ])('is graded alike, with the same places: %s', (_, written) => {
    for (const change of [wrong, broken]) {
      const [one, other] = [copied(change), copied((text) => written(change(text)))].map((folder) => resultOf(folder));
      expect(told(other!)).toEqual(told(one!));
    }
    expect(resultOf(copied(written)).points).toBe(15);
  });

  test.each(['with spaces (1)', 'Рабочий стол', 'a & b', "d'Alembert", '$HOME', `${'long/'.repeat(40)}path`])(
    'is found in a folder called %s, and the command to repeat a check works when it is pasted',
    (name) => {
      const folder = copied((text) => text.replace('export function forward(', 'export function forwards('), name);
      const { stdout, status } = nabla(['check', `${slug}/forward`, '--submission', folder, '--seed', '3']);
      expect([status, stdout]).toEqual([1, expect.stringContaining('forward')]);
      const [, given = ''] = /npm run check -- \S+ --seed 3 (--submission .+)$/m.exec(stdout) ?? [];
      const words = execFileSync('bash', ['-c', `printf '%s\\n' ${given}`], { encoding: 'utf8' });
      expect(words).toBe(`--submission\n${folder}\n`);
    },
  );
});

/** How cmd and PowerShell read one word, as far as it is in double quotes or in none. */
const asWindowsReads = (word: string): string | undefined =>
  /^"[^"$`]*"$/.test(word) ? word.slice(1, -1) : /^[^\s"'&|<>^()%!;,$`]+$/.test(word) ? word : undefined;

test.each(['C:\\Users\\Анна\\My Documents\\nabla', 'C:\\a&b', 'D:\\(new)', '..\\copy', 'a^b', "it's"])(
  'a path of Windows is typed as its shells read it: %s',
  (file) => {
    expect(asWindowsReads(quoted(file))).toBe(file);
  },
);
