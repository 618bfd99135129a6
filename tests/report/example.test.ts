import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { exampleReports } from '../examples.mjs';

describe('the report of a half-done submission', () => {
  test.each(exampleReports())('is as %s shows it; if it is meant to differ: npm run examples', (file, text) => {
    expect(text).toBe(readFileSync(file, 'utf8'));
  });

  test('has no English sentence in its Russian version', () => {
    const russian = readFileSync('docs/example/ru/report.md', 'utf8');
    // What is code stays what it is: names, calls, errors of the language, what the student's program printed.
    const prose = russian
      .replace(/^(`{3,})[\s\S]*?^\1$/gm, '')
      .replace(/`[^`]*`/g, '')
      .replace(/\$[^$]*\$/g, '')
      .replace(/^# .*$/gm, '')
      .replace(/TypeError: [^\n]*/g, '');
    expect(prose.match(/\b[A-Za-z]{3,}(?: [A-Za-z]{2,}){2,}/g) ?? []).toEqual([]);
  });
});
