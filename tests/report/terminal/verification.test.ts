import { describe, expect, test } from 'vitest';
import { messagesIn } from '../../../grader/catalogue/catalogue.ts';
import { renderVerifications } from '../../../grader/report/terminal/verification.ts';
import { type Point, pointNames, type Verification } from '../../../grader/verify/verification.ts';

const held: readonly Point[] = [
  { name: 'reference', figures: { tasks: 2, points: 100 }, problems: [] },
  { name: 'stub', figures: { tasks: 2, points: 0 }, problems: [] },
  { name: 'trivial', figures: { answers: 22, lost: 22 }, problems: [] },
  { name: 'misconceptions', figures: { misconceptions: 40, lost: 40, named: 39, rightDiagnosed: 0 }, problems: [] },
  { name: 'laws', figures: { laws: 5, needed: 5, mutants: 1 }, problems: [] },
  { name: 'rightAnswers', figures: { answers: 4, passed: 4 }, problems: [] },
  { name: 'falseFails', figures: { runs: 20, failing: 0, upperBound: 0.15, alpha: 2e-10 }, problems: [] },
  { name: 'texts', figures: { tasks: 2, languages: 2 }, problems: [] },
  { name: 'regions', figures: { domains: 2, landmarks: 30, answers: 90, stopped: 90 }, problems: [] },
];
const proved: Verification = { assignment: 'sound', seed: 7, runs: 20, points: held };
const broken: Verification = {
  assignment: 'broken',
  seed: 7,
  runs: 20,
  points: held.map((point) =>
    point.name === 'rightAnswers'
      ? {
          ...point,
          problems: [
            {
              code: 'right-answer-fails',
              where: 'double/rounded',
              values: { law: 'doubles', seed: 9, failing: 1, runs: 20 },
              failure: {
                task: 'double',
                law: 'doubles',
                args: [21],
                kind: 'broken',
                violation: { expected: 42, received: 42.001 },
              },
            },
          ],
        }
      : point,
  ),
};

const lines = (...verifications: readonly Verification[]): readonly string[] =>
  renderVerifications(verifications, messagesIn('en'), false).split('\n');

describe('the table of what was proved', () => {
  test('has a row for each assignment and a column for each point', () => {
    const [head = '', row = ''] = lines(proved);
    expect(head.match(/\d \S+/g)).toHaveLength(pointNames.length);
    expect(row.split(/ {2,}/)).toEqual([
      'sound',
      '✓ 100',
      '✓ 0',
      '✓ 22/22',
      '✓ 40/40, 97 %, 0',
      '✓ 5/5',
      '✓ 4/4',
      '✓ < 0.15, 2e-10',
      '✓ 2',
      '✓ 90/90, 30',
    ]);
  });

  test('says of what does not hold what it is, where, what to do, and the counterexample', () => {
    const [, , row = '', , line = ''] = lines(proved, broken);
    expect(row).toContain('✗ 4/4');
    expect(line).toMatch(/^✗ broken · 6 other ways · double\/rounded: this right answer is stopped by the law doubles/);
    expect(line).toMatch(/Widen .* double\(21\): expected 42, received 42\.001$/);
  });

  test('lists the misconceptions that are confused, or says that none are', () => {
    expect(lines(proved)).toContain('4: no two misconceptions are confused.');
    const points = held.map((point) =>
      point.name === 'misconceptions' ? { ...point, confused: [['half', 'quarter']] } : point,
    );
    expect(lines({ ...proved, points })).toContain('4: sound does not tell apart: half, quarter');
  });

  test('leaves out what could not be examined', () => {
    const error = 'the points add up to 90, expected 100';
    const points: Point[] = [
      { name: 'texts', figures: {}, problems: [{ code: 'not-loadable', where: 'assignment.json', values: { error } }] },
    ];
    const [, row = '', , line = ''] = lines({ ...proved, points });
    expect(row.split(/ {2,}/).slice(1)).toEqual(['–', '–', '–', '–', '–', '–', '–', '✗', '–']);
    expect(line).toContain(error);
  });

  test('has no placeholder left in either language', () => {
    for (const language of ['en', 'ru'] as const) {
      expect(renderVerifications([proved, broken], messagesIn(language), false)).not.toMatch(/[{}]/);
    }
  });

  test('is colored where color is wanted', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: color is made of them
    expect(renderVerifications([proved], messagesIn('en'), true)).toMatch(/\u001b\[32m✓ 100/);
  });
});
