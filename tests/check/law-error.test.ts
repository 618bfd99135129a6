import { expect, test } from 'vitest';
import { ofLaw } from '../../grader/check/law-error.ts';
import { NablaError } from '../../grader/errors.ts';

const thrown = (error: unknown): unknown => {
  try {
    return ofLaw({ id: 'mean', task: 'init' } as never, () => {
      throw error;
    });
  } catch (caught) {
    return caught;
  }
};

test("an error of a law's own code says which law it was, and where", () => {
  const error = Object.assign(new Error('no such weight'), {
    stack: 'Error: no such weight\n    at check (/home/a/assignments/04-x/init/laws.ts:12:25)\n    at other.ts:1:1',
  });
  expect(thrown(error)).toMatchObject({
    key: 'law-throws',
    values: { law: 'mean', task: 'init', reason: 'assignments/04-x/init/laws.ts:12:25: no such weight' },
  });
});

test.each([
  [
    'an error without a place in the assignment',
    Object.assign(new Error('lost'), { stack: 'at grader.ts:1:1' }),
    'lost',
  ],
  ['what is no error', 'a word', 'a word'],
])('of %s it says what there is', (_, error, reason) => {
  expect(thrown(error)).toMatchObject({ key: 'law-throws', values: { reason } });
});

test('an error that has its words already is passed on', () => {
  const error = new NablaError('bad-assignment', 'law-throws', { law: 'a', task: 'b', reason: 'c' });
  expect(thrown(error)).toBe(error);
});

test('what does not throw is given back', () => {
  expect(ofLaw({ id: 'mean', task: 'init' } as never, () => 3)).toBe(3);
});
