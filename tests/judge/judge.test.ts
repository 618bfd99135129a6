import { describe, expect, test } from 'vitest';
import type { Finding } from '../../grader/check/failure.ts';
import { judge } from '../../grader/judge/judge.ts';

const tasks = ['sigmoid', 'forward'];
const error = (name: string, message: string) => ({ name, message, stack: '' });
const failed = (failure: object): Finding => ({ kind: 'failed', failure: { law: 'l', args: [], ...failure } as never });
const verdict = (finding: Finding, rest: { fileIsMissing?: boolean; blockedBy?: string[] } = {}) =>
  judge({ task: 'forward', finding, fileIsMissing: false, replaced: [], blockedBy: [], ...rest }, tasks);

describe('a verdict', () => {
  test.each([
    ['passed', { kind: 'passed' }, 'passed'],
    ['a broken law', failed({ kind: 'broken' }), 'failed'],
    ['an answer of another shape', failed({ kind: 'mismatch' }), 'failed'],
    ['an error', failed({ kind: 'threw', error: error('TypeError', 'x is not iterable') }), 'threw'],
    ['a time-out', failed({ kind: 'timeout' }), 'timeout'],
    ['a crash', failed({ kind: 'crashed' }), 'crashed'],
    ['too slow in all', { kind: 'out-of-time', law: 'l' }, 'timeout'],
    ['no export', { kind: 'not-loaded', reply: { kind: 'no-export' } }, 'missing'],
    [
      'a file that fails to load',
      { kind: 'not-loaded', reply: { kind: 'load-threw', error: error('', '') } },
      'invalid',
    ],
    ['a file that loads for ever', { kind: 'not-loaded', reply: { kind: 'load-timeout' } }, 'timeout'],
    [
      'a file that ends the process',
      { kind: 'not-loaded', reply: { kind: 'load-crashed', reason: 'ended' } },
      'crashed',
    ],
  ] as const)('for %s is %s', (_, finding, status) => {
    expect(verdict(finding as Finding)).toBe(status);
  });

  test('for a missing file is missing', () => {
    const reply = { kind: 'load-threw', error: error('NablaBrokenFile', 'network.ts') } as const;
    expect(verdict({ kind: 'not-loaded', reply }, { fileIsMissing: true })).toBe('missing');
  });

  test.each(['NotImplemented: forward', 'Not implemented', 'not yet implemented'])(
    'for the stub that says "%s" is not-started',
    (message) => {
      expect(verdict(failed({ kind: 'threw', error: error('Error', message) }))).toBe('not-started');
    },
  );

  test('for an error that only speaks of what is not implemented is threw', () => {
    expect(verdict(failed({ kind: 'threw', error: error('Error', 'the transpose is not implemented') }))).toBe('threw');
  });

  test('for a task that passes on what could not be replaced is passed', () => {
    expect(verdict({ kind: 'passed' }, { blockedBy: ['sigmoid'] })).toBe('passed');
  });

  test("for another task's stub is threw, or blocked where that task could not be replaced", () => {
    const finding = failed({ kind: 'threw', error: error('NotImplemented', 'sigmoid') });
    expect(verdict(finding)).toBe('threw');
    expect(verdict(finding, { blockedBy: ['sigmoid'] })).toBe('blocked');
  });
});
