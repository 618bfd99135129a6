import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadAssignment, projectRoot } from '../../grader/load/assignment/grading.ts';
import { readPageData } from '../../grader/page/make/read-assignment.ts';
import { withoutCommands } from '../../grader/page/make/statement.ts';

test.each(readdirSync('assignments').filter((name) => /^\d/.test(name)))(
  'the statement and the hints of %s ask for no terminal, which a page has none of',
  async (slug) => {
    const { folder, manifest } = await loadAssignment(projectRoot(), slug);
    const { texts } = readPageData(folder, manifest, ['en', 'ru'], '', true);
    for (const of of [texts.en, texts.ru]) {
      const shown = JSON.stringify([of?.statement, of?.hints]);
      expect(shown).not.toContain('npm run');
      expect(shown).not.toMatch(/[^.]\.\.(?!\.)/);
      expect(shown).toMatch(/below the editor|под редактором/);
    }
  },
);

test('a sentence with a command goes, and no other', () => {
  const text =
    'One `a.b` is 0.5. Stuck? `npm run hint -- f` gives a hint; run it again. Try `npm run try -- "f(0.5)"` at 0.5. Last.';
  expect(withoutCommands(text, 'See below.')).toBe('One `a.b` is 0.5. Stuck? See below.Last.');
});
