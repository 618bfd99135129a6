import { describe, expect, test } from 'vitest';
import { agrees } from '../../grader/worked/agrees.ts';
import { equalitiesIn } from '../../grader/worked/equalities.ts';
import { workedExamples } from '../../grader/worked/examples.ts';
import { fillWorked } from '../../grader/worked/fill.ts';
import { valueText } from '../../grader/worked/value-text.ts';

const scope = { twice: (x: number) => 2 * x, pair: (x: number) => [x, -x / 3] };
const block = (...lines: readonly string[]): string => `\`\`\`ts\n${lines.join('\n')}\n\`\`\`\n`;

describe('a text is filled', () => {
  test('with the value of each expression above an arrow, after what was declared before it', () => {
    const filled = fillWorked(block('const x = 3;', 'twice(x)', '// →', 'pair(', '  x,', ')', '// →'), scope);
    expect(filled).toBe(block('const x = 3;', 'twice(x)', '// → 6', 'pair(', '  x,', ')', '// → [3, -1]'));
  });

  test('with the value of an expression in a sentence, a formula and code', () => {
    expect(fillWorked('⟦pair(1)⟧, $⟦twice(-1e-9)⟧$, `⟦pair(1)⟧`', scope)).toBe(
      '(1, −0.333333), $-2.00 \\cdot 10^{-9}$, `[1, -0.333333]`',
    );
  });

  test('with what a hidden block declares, up to the next heading', () => {
    const hidden = '<!-- ts\nconst y = twice(4);\n-->\n\n';
    expect(fillWorked(`## a\n${hidden}⟦y⟧`, scope)).toBe('## a\n8');
    expect(() => fillWorked(`## a\n${hidden}## b\n⟦y⟧`, scope)).toThrow('y is not defined');
  });

  test('and what is written already stays', () => {
    expect(fillWorked(block('twice(1)', '// → 3'), scope)).toBe(block('twice(1)', '// → 3'));
  });
});

describe('the examples of a text', () => {
  test('share what was declared below the same heading', () => {
    const text = `## a\n${block('const x = 1;', 'x', '// → 1')}text\n${block('x + 1', '// → 2')}## b\n${block('2', '// → 2')}`;
    expect(workedExamples(text).map(({ before, expression, written }) => [before.trim(), expression, written])).toEqual(
      [
        ['const x = 1;', 'x', '1'],
        ['const x = 1;', 'x + 1', '2'],
        ['', '2', '2'],
      ],
    );
  });

  test('may have values of several lines', () => {
    const text = block('twice(1)', '// → [', '//     1,', '//   ]', 'twice(2)', '// → 4');
    expect(workedExamples(text).map(({ written }) => written)).toEqual(['[   1, ]', '4']);
  });
});

describe('a written value', () => {
  test.each([
    ['0.333333', 1 / 3, true],
    ['0.333334', 1 / 3, false],
    ['0.3', 1 / 3, true],
    ['1.00e-30', 1.004e-30, true],
    ['1.00e-30', 1.006e-30, false],
    ['-0.333', 1 / 3, false],
    ['[1, 2]', [1, 2], true],
    ['[1, 2]', [1, 2, 3], false],
    ['{ a: [1], b: 2, }', { a: [1], b: 2 }, true],
    ['{ a: 1 }', { b: 1 }, false],
    ['NaN', Number.NaN, true],
    ['Infinity', Number.NaN, false],
  ])('%s of %j agrees: %s', (written, value, expected) => {
    expect(agrees(written, value)).toBe(expected);
  });

  test('is agreed with as it is filled in, on one line and on several', () => {
    const long = { weights: Array.from({ length: 20 }, (_, i) => i / 7), loss: 1e-20 };
    for (const value of [1 / 3, [1e9, -0], long]) expect(agrees(valueText(value), value)).toBe(true);
    expect(valueText(long)).toMatch(/^\{\n {2}weights: \[\n {4}0,\n/);
  });
});

describe('the equalities of a text', () => {
  test.each([
    ['2 · 3 + 1 = 7', [[7, 7]]],
    ['z₁ = 1 · 0.5 + (−1) · 1 = −0.5, then', [[-0.5, -0.5]]],
    ['√6/√400 = 0.122474', [[0.1224744871, 0.122474]]],
    ['√(9 + 16) = 5', [[5, 5]]],
    ['0.122474²/3 = 0.005', [[0.0049999602, 0.005]]],
    ['2/49 ≈ 0.04', [[0.0408163265, 0.04]]],
    ['0.5 = 0.5, x + 1 = 2, 1 + 1 = 2x, 3 − x · 2 = 4', []],
    ['W₁ · 2 + 3 = 1', []],
    ['1 + 2 = 3 % and 2 · 2 = 4 · 1', []],
    ['1/2 (3 + 4) = 3.5', []],
  ])('%s', (text, expected) => {
    const found = equalitiesIn(text).map(({ left, right }) => [left, right]);
    expect(found).toHaveLength(expected.length);
    for (const [index, [left, right]] of expected.entries()) {
      expect(found[index]![0]).toBeCloseTo(left!, 9);
      expect(found[index]![1]).toBe(right);
    }
  });
});
