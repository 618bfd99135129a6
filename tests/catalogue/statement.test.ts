import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { passageOf, readPassages } from '../../grader/catalogue/statement.ts';
import { listAssignments, projectRoot } from '../../grader/load/assignment/grading.ts';
import { languages, readManifest } from '../../grader/load/assignment/manifest.ts';

const root = projectRoot();

describe('the passage of a statement', () => {
  const text =
    '# Title\n\n### `a(x)` · 5 points\n\nAsks for a.\n\n![picture](a.svg)\n\n#### Example\n\n1\n\n## `file`\n\n### `b(x)`\n\nAsks for b.\n';

  test('is what stands below the heading that calls the task, without pictures', () => {
    expect(passageOf(text, 'a')).toBe('Asks for a.\n\n\n#### Example\n\n1');
  });
  test('goes to the end where no heading follows', () => {
    expect(passageOf(text, 'b')).toBe('Asks for b.');
  });
  test('is empty for a task that the statement has not', () => {
    expect(passageOf(text, 'c')).toBe('');
  });

  const all = listAssignments(root).flatMap((slug) => languages.map((language) => [slug, language] as const));
  test.each(all)('is there for each task of %s, in %s', (slug, language) => {
    const folder = path.join(root, 'assignments', slug);
    const ids = readManifest(folder).tasks.map(({ id }) => id);
    const passages = readPassages(folder, language, ids);
    expect(ids.filter((id) => (passages[id] ?? '').length < 20)).toEqual([]);
  });
  test('is empty where the statement is not there', () => {
    expect(readPassages('/nowhere', 'en', ['a'])).toEqual({ a: '' });
  });
});
