import { expect, test } from 'vitest';
import { isNotImplemented } from '../../grader/check/failure.ts';

const error = (message: string, name = 'Error') => ({ name, message, stack: '' });

test.each([
  'Not implemented',
  'not-implemented: forward',
  'NOTIMPLEMENTED',
  'not yet implemented',
  'not implemented yet',
])('"%s" is what somebody writes who has not written the function', (message) => {
  expect(isNotImplemented(error(message))).toBe(true);
});

test("so is the stub's own error, whatever it says", () => {
  expect(isNotImplemented(error('forward', 'NotImplemented'))).toBe(true);
});

test.each(['the transpose is not implemented', 'not an implemented activation', 'x is not iterable'])(
  '"%s" is an error like any other',
  (message) => {
    expect(isNotImplemented(error(message))).toBe(false);
  },
);
