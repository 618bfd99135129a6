import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deadlineOf, readExtensions } from '../../grader/class/deadlines.ts';
import { deadlines, lateSteps, parseLateRule, pointsAfter } from '../../grader/class/late-rule.ts';
import { parseMoment } from '../../grader/class/moment.ts';
import { peopleOf } from '../../grader/class/people.ts';
import { parseColumns } from '../../grader/roster/columns.ts';
import { readRoster } from '../../grader/roster/roster.ts';
import { commitTo, temporary } from '../repository/made.ts';

describe('a moment', () => {
  test('is read with an offset, or as local time', () => {
    expect(parseMoment('2026-12-01T23:59:00+01:00', 'x')).toBe(Date.parse('2026-12-01T22:59:00Z'));
    expect(parseMoment('2026-12-01 10:00:00 UTC', 'x')).toBe(Date.parse('2026-12-01T10:00:00Z'));
    expect(parseMoment('2026-12-01T10:00:00.000Z', 'x')).toBe(Date.parse('2026-12-01T10:00:00Z'));
    expect(parseMoment('2026-12-01 23:59', 'x')).toBe(new Date(2026, 11, 1, 23, 59).getTime());
    expect(parseMoment('2026-12-01', 'x')).toBe(new Date(2026, 11, 1, 23, 59, 59).getTime());
  });

  test.each(['01.12.2026', '12/01/2026', '2026-06-31', '2026-12-01 25:00', 'tomorrow', ''])('%j is refused', (text) =>
    expect(() => parseMoment(text, '--due')).toThrow('is not a moment'),
  );
});

describe('a rule for late submissions', () => {
  const day = 86_400_000;
  test('takes a share of the points for each started step', () => {
    const rule = parseLateRule('10%/day');
    expect([0, 1, day, day + 1, 20 * day].map((late) => lateSteps(1000 + late, 1000, rule))).toEqual([0, 1, 1, 2, 20]);
    expect([0, 1, 2, 20].map((steps) => pointsAfter(85, steps, rule))).toEqual([85, 76.5, 68, 0]);
    expect(pointsAfter(85, 3, null)).toBe(85);
    expect(deadlines(0, parseLateRule('25%/week'))).toEqual([0, 7 * day, 14 * day, 21 * day]);
    expect(deadlines(5, null)).toEqual([5]);
  });

  test('never gives more for coming later, and nothing below 0', () => {
    const percent = fc.integer({ min: 1, max: 100 });
    fc.assert(
      fc.property(percent, fc.integer({ min: 0, max: 100 }), fc.nat(50), (share, points, steps) => {
        const rule = parseLateRule(`${share}%/hour`);
        expect(pointsAfter(points, steps + 1, rule)).toBeLessThanOrEqual(pointsAfter(points, steps, rule));
        expect(pointsAfter(points, steps, rule)).toBeGreaterThanOrEqual(0);
        // What the last accepted deadline leaves is something, what comes after it nothing.
        const last = deadlines(0, rule).length - 1;
        expect(pointsAfter(100, last, rule)).toBeGreaterThan(0);
        expect(pointsAfter(100, last + 1, rule)).toBe(0);
      }),
      { seed: 26 },
    );
  });

  test.each(['10', '10%', '0%/day', '101%/day', '10%/month', '-5%/day'])('%j is refused', (text) =>
    expect(() => parseLateRule(text)).toThrow('is no rule'),
  );
});

test('a deadline of one’s own: an extension, else the roster, else everybody’s', () => {
  const folder = temporary('extensions');
  const file = path.join(folder, 'extensions.csv');
  writeFileSync(file, 'student;due;assignment\nAda;2026-12-03;\nada;2026-12-05;02-saturation\n');
  const extensions = readExtensions(file);
  const of = (student: string, slug: string, onRoster = ''): number | null =>
    deadlineOf(student, slug, { everybody: 7, extensions }, onRoster);
  expect(of('ada', '01-backpropagation')).toBe(parseMoment('2026-12-03', 'x'));
  expect(of('ADA', '02-saturation')).toBe(parseMoment('2026-12-05', 'x'));
  expect(of('emmy', '02-saturation')).toBe(7);
  expect(of('emmy', '02-saturation', '2026-12-09')).toBe(parseMoment('2026-12-09', 'x'));
  writeFileSync(file, 'student,due\nada,2026-12-03\nada,2026-12-04\n');
  expect(() => readExtensions(file)).toThrow('line 3: ada has an extension already');
  writeFileSync(file, 'who,when\nada,2026-12-03\n');
  expect(() => readExtensions(file)).toThrow('no columns "student" and "due"');
});

describe('the people of a class', () => {
  const folder = temporary('people');
  const at = (name: string): string => path.join(folder, name);
  for (const name of ['ada', 'Emmy Noether_123_assignsubmission_file', 'empty'])
    mkdirSync(at(`class/${name}`), { recursive: true });
  for (const name of ['ada', 'Emmy Noether_123_assignsubmission_file'])
    writeFileSync(at(`class/${name}/sigmoid.ts`), '');
  const isSubmission = (one: string): boolean => !one.endsWith('empty') && one.startsWith(at('class/'));

  test('are the folders in a folder, and one that holds nothing is somebody', () => {
    const { people } = peopleOf([], [at('class')], isSubmission);
    expect(people.map(({ id }) => id)).toEqual(['Emmy Noether_123_assignsubmission_file', 'ada', 'empty']);
    expect(peopleOf([], [at('class/ada'), at('class/empty')], isSubmission).people).toHaveLength(2);
  });

  test('of a roster have the folder that is called after them, or none', () => {
    writeFileSync(at('roster.csv'), 'Identifier,Full name,Status\nParticipant 123,Emmy,\nada,Ada,\nsofia,Sofia,\n');
    const roster = readRoster(at('roster.csv'));
    const { people, strangers } = peopleOf([roster], [at('class')], isSubmission);
    expect(strangers).toEqual(['empty']);
    expect(people.map(({ source }) => source)).toEqual([
      { kind: 'folder', folder: at('class/Emmy Noether_123_assignsubmission_file') },
      { kind: 'folder', folder: at('class/ada') },
      { kind: 'none' },
    ]);
  });

  test('keep the secrets of their addresses out of what is stored', () => {
    writeFileSync(at('urls.csv'), 'student,repository\nada,https://anna:token@x.org/ada\n');
    const { people, withSecrets } = peopleOf([readRoster(at('urls.csv'))], [], isSubmission);
    expect(JSON.stringify(people.map(({ source }) => source))).not.toContain('token');
    expect(withSecrets.get('https://x.org/ada')).toBe('https://anna:token@x.org/ada');
  });

  test('with a repository on this machine are graded by its commits', () => {
    commitTo(at('repo'), [{ date: '2026-11-01T00:00:00Z', files: { 'a.ts': '' } }]);
    writeFileSync(at('local.csv'), 'login,repository\nada,repo\n');
    const roster = readRoster(at('local.csv'), { columns: parseColumns([]) });
    expect(peopleOf([roster], [], isSubmission).people[0]?.source).toEqual({
      kind: 'repository',
      address: at('repo'),
      branch: '',
    });
  });
});
