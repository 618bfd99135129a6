import { expect, test } from 'vitest';
import { keptWords, wordsIn } from '../../grader/catalogue/words-in-markdown.ts';

const text = [
  '# Words',
  '',
  '## Laws',
  '',
  '- `keeps-length`: An answer has as many entries',
  '  as the argument.',
  '',
  '## Misconceptions',
  '',
  '- `adds`: **added.** Multiply by $c_1$: `a * b`.',
  '',
  '## Plots',
  '',
  '- `slopes`: **Slopes** by layer.',
  '',
].join('\n');

test('words stand in lists, one entry a line or more', () => {
  const words = {
    laws: { 'keeps-length': 'An answer has as many entries as the argument.' },
    misconceptions: { adds: { title: 'added', explanation: 'Multiply by $c_1$: `a * b`.' } },
    plots: { slopes: { title: 'Slopes', description: 'by layer.' } },
  };
  expect(wordsIn(text, 'messages.en.md')).toEqual(words);
  expect(wordsIn(text.replaceAll('\n', '\r\n'), 'messages.en.md')).toEqual(words);
});

test.each([
  ['an entry before any heading', '- `a`: b', 1],
  ['a heading that is none', '# Words\n\n## Lawz\n', 3],
  ['an id without backticks', '## Laws\n- a: b', 2],
  ['a misconception without a title', '## Misconceptions\n\n- `a`: b', 3],
  ['a title without an explanation', '## Misconceptions\n\n- `a`: **b**', 3],
  ['an id twice', '## Laws\n- `a`: b\n- `a`: c', 3],
])('%s is refused at its line', (_, wrong, line) => {
  expect(() => wordsIn(wrong, 'messages.en.md')).toThrow(`messages.en.md:${line}: `);
});

test('entries that are not kept are left out with all of their lines, and nothing else', () => {
  const kept = keptWords(text, (kind, id) => kind !== 'laws' || id !== 'keeps-length');
  expect(kept).toBe(text.replace(/- `keeps-length`.*\n.*\n/, ''));
  expect(wordsIn(kept, 'messages.en.md')).toMatchObject({ laws: {}, misconceptions: { adds: {} } });
  expect(keptWords(text, () => true)).toBe(text);
});
