import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { messagesIn } from '../../../grader/catalogue/catalogue.ts';
import { predictionsIn } from '../../../grader/class/handed-in/handed-in.ts';
import { predictionsOf } from '../../../grader/handout/predictions.ts';
import { loadAssignment, projectRoot } from '../../../grader/load/assignment/grading.ts';
import { parsePredictions, predictionsFile, readPredictions } from '../../../grader/load/submission/predictions.ts';
import { predictionsProblem, predictionsSection } from '../../../grader/report/predictions.ts';
import type { Result } from '../../../grader/report/result.ts';

const tasks = ['sigmoid', 'forward'];
const parsed = (text: string) => parsePredictions(Buffer.from(text), tasks);
const { manifest } = await loadAssignment(projectRoot(), '01-backpropagation');

const result: Result = {
  formatVersion: 1,
  assignment: 'any',
  variant: null,
  seed: 1,
  points: 10,
  maxPoints: 100,
  durationMs: 0,
  sandbox: 'local',
  submission: { files: {} },
  tasks: [
    { id: 'sigmoid', file: 'a.ts', status: 'passed', points: 10, maxPoints: 10, durationMs: 0 },
    { id: 'forward', file: 'b.ts', status: 'failed', points: 0, maxPoints: 90, durationMs: 0 },
  ],
};

describe('predictions', () => {
  test('are the lines that somebody has written', () => {
    expect(parsed('{ "question": "?", "sigmoid": " ½ at 0 ", "forward": "" }')).toEqual({
      lines: { sigmoid: '½ at 0' },
    });
    expect(parsed('{}')).toEqual({ lines: {} });
  });

  test.each([
    ['{ "sigmoid": "½" ', { kind: 'notJson' }, {}],
    ['\ufffe', { kind: 'notJson' }, {}],
    ['[]', { kind: 'notLines' }, {}],
    ['"½"', { kind: 'notLines' }, {}],
    ['null', { kind: 'notLines' }, {}],
    ['{ "sigmoid": "½", "forward": 3 }', { kind: 'notText', key: 'forward' }, { sigmoid: '½' }],
    ['{ "sigmoid": "½", "froward": "?" }', { kind: 'unknownTask', key: 'froward' }, { sigmoid: '½' }],
    [`{ "sigmoid": "${'½'.repeat(501)}" }`, { kind: 'notText', key: 'sigmoid' }, {}],
  ])('of %j are read as far as they can be', (text, problem, lines) => {
    expect(parsed(text)).toEqual({ lines, problem });
    for (const language of ['en', 'ru'] as const) {
      const sentence = predictionsProblem(parsed(text), messagesIn(language));
      expect(sentence).toContain(predictionsFile);
      expect(sentence).not.toMatch(/\{\w+\}|\n/);
    }
  });

  test('that are no file are none, and what is no ordinary file says so', () => {
    const folder = (): string => mkdtempSync(path.join(tmpdir(), 'nabla-predictions-'));
    expect(readPredictions(folder(), tasks)).toBeUndefined();
    const [a, b, c] = [folder(), folder(), folder()];
    mkdirSync(path.join(a, predictionsFile));
    symlinkSync('/etc/hostname', path.join(b, predictionsFile));
    writeFileSync(path.join(c, predictionsFile), ' '.repeat(70_000));
    for (const one of [a, b, c]) {
      expect(readPredictions(one, tasks)).toEqual({ lines: {}, problem: { kind: 'unreadable' } });
    }
  });

  test('of a handout have an empty line for each task, in its language', () => {
    for (const language of ['en', 'ru'] as const) {
      const { name, content, role } = predictionsOf(manifest, messagesIn(language));
      expect([name, role]).toEqual(['assignments/01-backpropagation/src/predictions.json', 'stub']);
      const ids = manifest.tasks.map(({ id }) => id);
      expect(Object.keys(JSON.parse(content.toString()) as object)).toEqual(['question', ...ids]);
      expect(parsePredictions(Buffer.from(content), ids)).toEqual({ lines: {} });
    }
  });

  test('that were handed in are found among the files of a class', () => {
    const content = Buffer.from('{ "sigmoid": "½" }');
    const file = { name: predictionsFile, digest: '', content, problem: undefined };
    expect(predictionsIn([file], manifest)).toEqual({ lines: { sigmoid: '½' } });
    expect(predictionsIn([], manifest)).toBeUndefined();
    expect(predictionsIn([{ ...file, content: undefined, problem: 'link' }], manifest)).toEqual({
      lines: {},
      problem: { kind: 'unreadable' },
    });
  });
});

describe('the report', () => {
  const section = (text: string | undefined, language: 'en' | 'ru' = 'en') =>
    predictionsSection(text === undefined ? undefined : parsed(text), result, messagesIn(language));

  test('has them beside the results', () => {
    expect(section('{ "sigmoid": "½ at 0", "forward": "a | *b*" }')).toBe(
      [
        '## What you expected',
        '',
        '| Task | You expected | Status |',
        '| --- | --- | --- |',
        '| `sigmoid` | ½ at 0 | ✅ passed |',
        '| `forward` | a \\| \\*b\\* | ❌ failed |',
      ].join('\n'),
    );
    expect(section('{ "sigmoid": "½" }', 'ru')).toContain('| `sigmoid` | ½ | ✅ зачтено |');
  });

  test('says that there are none, or what is wrong with the file, and is silent without one', () => {
    expect(section('{ "sigmoid": "" }')).toBe('## What you expected\n\nNo predictions were written.');
    expect(section('{')).toMatch(
      /^## What you expected\n\npredictions\.json could not be used, which costs no points: .*\.$/,
    );
    expect(section('{ "sigmoid": "½", "x": "" }')).toMatch(/\| ½ \|.*\n\npredictions\.json could not be used/);
    expect(section(undefined)).toBe('');
  });
});
