import { describe, expect, test } from 'vitest';
import { messagesIn } from '../../grader/catalogue/catalogue.ts';
import { type Status, statuses } from '../../grader/judge/status.ts';
import { renderMarkdown } from '../../grader/report/markdown.ts';
import type { Result, TaskResult } from '../../grader/report/result.ts';
import { renderPretty } from '../../grader/report/terminal/pretty.ts';
import { failures, wordsOf } from './failures.ts';

/** One report with every kind of failure in it; `vitest -u` writes what is meant to have changed. */
const resultIn = (language: 'en' | 'ru'): Result => {
  const tasks = failures(language);
  const sum = (of: 'points' | 'maxPoints') => tasks.reduce((total, task) => total + task[of], 0);
  return {
    formatVersion: 1,
    assignment: '09-everything',
    variant: { id: 'anna-k', parameters: { leak: 0.2 } },
    seed: 7,
    points: sum('points'),
    maxPoints: sum('maxPoints'),
    durationMs: 12,
    sandbox: 'local',
    submission: { files: {} },
    tampered: ['assignments/09-everything/statement.en.md'],
    tasks,
  };
};

const languages = ['en', 'ru'] as const;
const screen = {
  useColor: false,
  width: 100,
  place: (position: string): string => `src/${position}`,
  again: (command: string): string => command,
};

/** As a check of one task shows it: the others were not asked for. */
const alone = ({ tampered: _, ...result }: Result, id: string): Result => ({
  ...result,
  tasks: result.tasks.map((task) => (task.id === id ? task : { ...task, status: 'not-run' })),
});

describe('the report of every kind of failure', () => {
  test('has all of them', () => {
    const shown = new Set(failures('en').map(({ status }: TaskResult): Status => status));
    expect([...shown].sort()).toEqual(statuses.toSorted());
  });

  test.each(languages)('is as golden/report.%s.md shows it', async (language) => {
    const beside = {
      passedTask: { laws: ['holds'] },
      wrong: { passage: 'What the statement says: $a = 1$.', figures: '![a plot](plots/wrong.svg)' },
    };
    const report = renderMarkdown(resultIn(language), 'Everything', messagesIn(language), wordsOf(language), beside);
    await expect(report).toMatchFileSnapshot(`golden/report.${language}.md`);
  });

  test.each(languages)('is in a terminal as golden/terminal.%s.txt shows it', async (language) => {
    const result = resultIn(language);
    const shown = (one: Result): string => renderPretty(one, 'Everything', messagesIn(language), screen);
    const open = result.tasks.filter(({ status }) => status !== 'not-run').map(({ id }) => shown(alone(result, id)));
    await expect([shown(result), ...open].join('\n')).toMatchFileSnapshot(`golden/terminal.${language}.txt`);
  });

  test.each(languages)('fits on a screen, in %s', (language) => {
    const result = resultIn(language);
    const lines = renderPretty(result, 'Everything', messagesIn(language), screen).split('\n');
    expect(lines.length).toBeLessThan(result.tasks.length + 24);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(screen.width);
  });
});
