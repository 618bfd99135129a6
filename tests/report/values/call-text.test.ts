import { describe, expect, test } from 'vitest';
import { callText } from '../../../grader/report/values/call-text.ts';
import { callLiteral } from '../../../grader/report/values/literal.ts';

const text = (call: string, width?: number, maxLines?: number) => callText(call, width, maxLines).text;

describe('a call as it is shown', () => {
  test('stays on its line where it fits', () => {
    expect(callText('sigmoid(0.25)')).toEqual({ text: 'sigmoid(0.25)', isShortened: false });
  });

  test('is broken at its arguments, and further where they are too long', () => {
    const layers = '[{ weights: [[0.5, 1]], biases: [0.5] }, { weights: [[0.5], [1.5]], biases: [0.5, 1] }]';
    expect(text(`backward(${layers}, [1, 0])`, 46)).toBe(
      [
        'backward(',
        '  [',
        '    { weights: [[0.5, 1]], biases: [0.5] },',
        '    {',
        '      weights: [[0.5], [1.5]],',
        '      biases: [0.5, 1],',
        '    },',
        '  ],',
        '  [1, 0],',
        ')',
      ].join('\n'),
    );
  });

  test('fills its lines with the numbers of a vector', () => {
    expect(text("f('a, (b', [1, 2, 3, 4, 5, 6, 7, 8, 9])", 22)).toBe(
      "f(\n  'a, (b',\n  [\n    1, 2, 3, 4, 5, 6,\n    7, 8, 9,\n  ],\n)",
    );
  });

  test('has numbers of six digits, and never another argument for one close to a whole number', () => {
    expect(callText('f(0.8395893495876965, 0.999999999999, -3.0000000000001, 0.25, 1e-7)')).toEqual({
      text: 'f(0.839589, 1 - 1e-12, -3 - 1e-13, 0.25, 1e-7)',
      isShortened: true,
    });
  });

  test('leaves strings alone', () => {
    expect(text("f('0.8395893495876965')")).toBe("f('0.8395893495876965')");
  });

  test('has the first entries of long lists, where all would not fit', () => {
    const rows = Array.from({ length: 30 }, (_, i) => Array.from({ length: 40 }, (_, k) => i + k));
    expect(text(callLiteral('train', [{ inputs: rows, labels: [1, 2] }, 3]), 60, 12)).toBe(
      [
        'train(',
        '  {',
        '    inputs: [',
        '      [0, 1, 2, 3, … +36],',
        '      [1, 2, 3, 4, … +36],',
        '      [2, 3, 4, 5, … +36],',
        '      [3, 4, 5, 6, … +36],',
        '      … +26,',
        '    ],',
        '    labels: [1, 2],',
        '  },',
        '  3,',
        ')',
      ].join('\n'),
    );
  });

  test('is left as it is where its brackets do not match', () => {
    const odd = `f([${'1, '.repeat(60)}`;
    expect(text(odd)).toBe(odd);
  });
});
