import { describe, expect, test } from 'vitest';
import { areClose, exact, firstDifference, isClose, isIdentical } from '../../../grader/kit/values/compare.ts';
import { type Data, Foreign, RngSeed } from '../../../grader/kit/values/data.ts';

const nineDigits = { relative: 1e-9, absolute: 0 };

describe('a number is close to another', () => {
  test('within a part of the right one and a part that is always allowed, the bounds included', () => {
    const tolerance = { relative: 0.25, absolute: 1 };
    expect([-8, -10, -11, -5, -4.9].map((x) => isClose(-8, x, tolerance))).toEqual([true, true, true, true, false]);
    expect(isClose(-8, -11.1, tolerance)).toBe(false);
  });

  test('where both are the same infinity, and never where one is no number', () => {
    const { NaN: nan, POSITIVE_INFINITY: infinity } = Number;
    expect(isClose(infinity, infinity, exact)).toBe(true);
    expect(isClose(infinity, 1, { relative: 0, absolute: infinity })).toBe(true);
    expect([
      isClose(infinity, -infinity, nineDigits),
      isClose(infinity, 5, nineDigits),
      isClose(-infinity, 5, { relative: 1e-9, absolute: 1 }),
      isClose(1, infinity, nineDigits),
      isClose(nan, nan, nineDigits),
      isClose(1, nan, nineDigits),
    ]).toEqual([false, false, false, false, false, false]);
    expect(isClose(0, -0, exact)).toBe(true);
  });

  test('within the given digits of it, however small it is', () => {
    for (const size of [1, 1e-30, 1e-300, 1e300]) {
      expect(isClose(size, size * (1 + 0.9e-9), nineDigits)).toBe(true);
      expect(isClose(size, size * (1 + 2e-9), nineDigits)).toBe(false);
    }
  });

  test('below the smallest normal number within the digits that doubles have there', () => {
    // n·(w·x) and (n·w)·x
    expect(2 * (5e-209 * 3e-110)).not.toBe(2 * 5e-209 * 3e-110);
    expect(isClose(2 * (5e-209 * 3e-110), 2 * 5e-209 * 3e-110, nineDigits)).toBe(true);
    expect(isClose(1e-310, 0, nineDigits)).toBe(false);
    expect(isClose(5e-324, 0, exact)).toBe(false);
  });
});

describe('the first place where two values differ', () => {
  const within = { relative: 0, absolute: 0.5 };
  const network = {
    layers: [
      { weights: [[1, 2]], bias: 0 },
      { weights: [[3]], bias: 1 },
    ],
    name: 'a',
  };
  const differences: [string, Data, Data, object][] = [
    ['a number', 1, 2, { path: '', kind: 'value', expected: 1, received: 2 }],
    ['no number', 1, '1', { path: '', kind: 'value', expected: 1, received: '1' }],
    ['nothing', [1, 2], undefined, { path: '', kind: 'value', expected: [1, 2], received: undefined }],
    ['no list', [1], { 0: 1 }, { path: '', kind: 'value' }],
    ['a list that is too short', [[1, 2]], [[1]], { path: '[0]', kind: 'length', expected: [1, 2], received: [1] }],
    ['a list that is too long', [1], [1, 1], { path: '', kind: 'length' }],
    ['a list in place of an object', { a: 1 }, [1], { path: '', kind: 'value' }],
    ['no object', {}, 5, { path: '', kind: 'value', expected: {}, received: 5 }],
    ['a key that is missing', { a: 1, b: 2 }, { a: 1 }, { path: 'b', kind: 'value', expected: 2, received: undefined }],
    ['a text', { a: ['x'] }, { a: ['y'] }, { path: 'a[0]', kind: 'value', expected: 'x', received: 'y' }],
    ['the first of two', [1, 5, 9], [1, 7, 0], { path: '[1]', kind: 'value', expected: 5, received: 7 }],
    [
      'deep inside',
      network,
      { ...network, layers: [network.layers[0]!, { weights: [[4]], bias: 1 }] },
      { path: 'layers[1].weights[0][0]', kind: 'value', expected: 3, received: 4 },
    ],
  ];
  test.each(differences)('may be %s', (_, expected, received, difference) => {
    expect(firstDifference(expected, received, within)).toMatchObject(difference);
    expect(areClose(expected, received, within)).toBe(false);
  });

  test('is none where numbers are near, and where an object has a key more', () => {
    const near = {
      layers: [
        { weights: [[1.4, 2]], bias: -0.4, more: 1 },
        { weights: [[3]], bias: 1 },
      ],
      name: 'a',
    };
    expect(firstDifference(network, near, within)).toBeUndefined();
    expect(areClose(network, near, within)).toBe(true);
    expect(firstDifference([true, null, undefined], [true, null, undefined], exact)).toBeUndefined();
  });

  test('is told from where one stands', () => {
    expect(firstDifference([1], [2], exact, 'a')).toMatchObject({ path: 'a[0]' });
    expect(firstDifference({ b: 1 }, { b: 2 }, exact, 'a')).toMatchObject({ path: 'a.b' });
  });
});

describe('two values are identical', () => {
  const same: [Data, Data][] = [
    [Number.NaN, Number.NaN],
    [
      [1, [2]],
      [1, [2]],
    ],
    [
      { a: 1, b: { c: 'x' } },
      { b: { c: 'x' }, a: 1 },
    ],
    [new RngSeed(3), new RngSeed(3)],
    [undefined, undefined],
  ];
  test.each(same)('to the bit: %j and %j', (one, other) => {
    expect(isIdentical(one, other)).toBe(true);
  });

  const different: [Data, Data][] = [
    [0, -0],
    [1, 1 + Number.EPSILON],
    [1, '1'],
    [[1], [1, 2]],
    [[1, 2], [1]],
    [[1], { 0: 1, length: 1 }],
    [
      [1, 2],
      [1, 3],
    ],
    [{ a: 1 }, { a: 1, b: 2 }],
    [{ a: 1, b: 2 }, { a: 1 }],
    [{ a: undefined }, { b: undefined }],
    [
      { a: 1, b: 2 },
      { a: 1, b: 3 },
    ],
    [{}, []],
    [{ a: 1 }, [1]],
    [{ a: [1] }, { a: [2] }],
    [new RngSeed(3), new RngSeed(4)],
    [new RngSeed(3), 3],
    [new Foreign('promise'), new Foreign('promise')],
    ['a', 'b'],
    [null, undefined],
  ];
  test.each(different)('or else they are not: %j and %j', (one, other) => {
    expect(isIdentical(one, other)).toBe(false);
  });
});
