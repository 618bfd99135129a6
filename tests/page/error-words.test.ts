import { expect, test } from 'vitest';
import { inWordsOfV8 } from '../../grader/page/sandbox/error-words.ts';

type Said = Parameters<typeof inWordsOfV8>[0];

const type = 'TypeError';
const undefinedRead = (name: string) => `Cannot read properties of undefined (reading '${name}')`;
const tooDeep = { name: 'RangeError', message: 'Maximum call stack size exceeded' };

/** As Firefox 153 and WebKitGTK 2.50 say it. */
test.each<readonly [said: string, inV8: string, name?: string]>([
  [`can't access property "length", a.weights[(i + 1)] is undefined`, undefinedRead('length')],
  [`can't access property 0, w[1] is undefined`, undefinedRead('0')],
  [`can't access property "foo" of null`, `Cannot read properties of null (reading 'foo')`],
  [`can't access property Symbol.iterator, q.a is undefined`, 'q.a is not iterable'],
  [`undefined is not an object (evaluating 'a.weights[i + 1].length')`, undefinedRead('length')],
  [`undefined is not an object (evaluating 'w[1][0]')`, undefinedRead('0')],
  [`undefined is not an object (evaluating 'w["a"]')`, undefinedRead('a')],
  [`null is not an object (evaluating 'w.a = 2')`, `Cannot set properties of null (setting 'a')`],
  [`undefined is not an object (evaluating 'undefined')`, 'undefined is not iterable'],
  ["undefined is not a function (near '...x of q...')", 'q is not iterable'],
  [`q.map is not a function. (In 'q.map((x) => x)', 'q.map' is undefined)`, 'q.map is not a function'],
  ['reduceRight of empty array with no initial value', 'Reduce of empty array with no initial value'],
  [`invalid assignment to const 'x'`, 'Assignment to constant variable.'],
  [`Can't find variable: foo`, 'foo is not defined', 'ReferenceError'],
  ['assignment to undeclared variable foo', 'foo is not defined', 'ReferenceError'],
  [
    `can't access lexical declaration 'x' before initialization`,
    `Cannot access 'x' before initialization`,
    'ReferenceError',
  ],
  ['invalid array length', 'Invalid array length', 'RangeError'],
  ['Array length must be a positive integer of safe magnitude.', 'Invalid array length', 'RangeError'],
])('“%s” is told as by V8: “%s”', (message, inV8, name) => {
  const [said, told] = [message, inV8].map((one) => ({ name: name ?? type, message: one }));
  expect(inWordsOfV8(said as Said)).toEqual(told);
  // Said by V8 already, it stays.
  expect(inWordsOfV8(told as Said)).toEqual(told);
});

test('a recursion without an end is the same error in each browser', () => {
  expect(inWordsOfV8({ name: 'InternalError', message: 'too much recursion' })).toEqual(tooDeep);
  expect(inWordsOfV8({ name: 'RangeError', message: 'Maximum call stack size exceeded.' })).toEqual(tooDeep);
});

test('an error of the student’s own stays as it is', () => {
  const own = { name: 'Error', message: 'invalid array length' };
  expect(inWordsOfV8(own)).toBe(own);
});
