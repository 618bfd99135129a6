import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Result, resultText } from '../../grader/report/result.ts';
import { writeWhole } from '../../grader/report/write-file.ts';

const result: Result = {
  formatVersion: 1,
  assignment: '01-x',
  variant: null,
  seed: 0,
  points: 0,
  maxPoints: 10,
  durationMs: 1,
  sandbox: 'local',
  submission: { files: {} },
  tasks: [{ id: 'f', file: 'f.ts', status: 'failed', points: 0, maxPoints: 10, durationMs: 1 }],
};

describe('result.json', () => {
  test('is written when it fits its schema, a seed of 0 included', () => {
    expect(JSON.parse(resultText(result, 'result.json'))).toEqual(result);
  });

  test.each([
    ['an unknown key', { ...result, extra: 1 }],
    ['an unknown status', { ...result, tasks: [{ ...result.tasks[0], status: 'fine' }] }],
    ['points that do not add up', { ...result, points: 5 }],
    ['a fraction of a point', { ...result, points: 0.5 }],
    ['no tasks', { ...result, tasks: [] }],
  ])('with %s is refused: then there is no verdict', (_, wrong) => {
    expect(() => resultText(wrong as Result, 'result.json')).toThrow(
      expect.objectContaining({ code: 'bad-result', exitCode: 3 }),
    );
  });
});

describe('writing a file', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'nabla-write-'));
  test('makes its folder and leaves nothing else behind', () => {
    writeWhole(path.join(folder, 'a', 'b.txt'), 'text');
    expect(readFileSync(path.join(folder, 'a', 'b.txt'), 'utf8')).toBe('text');
    expect(readdirSync(path.join(folder, 'a'))).toEqual(['b.txt']);
  });

  test('that cannot be written says so, and leaves nothing behind', () => {
    writeFileSync(path.join(folder, 'file'), '');
    expect(() => writeWhole(path.join(folder, 'file', 'b.txt'), 'text')).toThrow(
      expect.objectContaining({ code: 'cannot-write', exitCode: 2 }),
    );
    expect(readdirSync(folder).sort()).toEqual(['a', 'file']);
  });
});
