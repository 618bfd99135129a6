import { expect, test } from 'vitest';
import { wordsText } from '../../grader/variant/catalogue-text.ts';
import type { Rendering } from '../../grader/variant/rendering.ts';

const rendering = { laws: ['keeps'], misconceptions: ['adds'] } as unknown as Rendering;
const fill = (text: string): string => text.replaceAll('{{leak}}', '0.3');

const markdown =
  '## Laws\n\n- `keeps`: It is {{leak}}.\n\n## Misconceptions\n\n- `adds`: **a** b\n- `right-now`: **c** d\n';
const catalogue = {
  laws: { keeps: 'It is {{leak}}.' },
  misconceptions: { adds: { title: 'a', explanation: 'b' }, 'right-now': { title: 'c', explanation: 'd' } },
};

test('what is no mistake under the parameters of a variant has no words there, in Markdown and in JSON', () => {
  expect(wordsText('messages.en.md', markdown, fill, rendering)).toBe(
    '## Laws\n\n- `keeps`: It is 0.3.\n\n## Misconceptions\n\n- `adds`: **a** b\n',
  );
  expect(JSON.parse(wordsText('messages.ru.json', JSON.stringify(catalogue), fill, rendering) ?? '')).toEqual({
    laws: { keeps: 'It is 0.3.' },
    misconceptions: { adds: catalogue.misconceptions.adds },
  });
});

test('a file that is none of words is left to others', () => {
  expect(wordsText('statement.en.md', markdown, fill, rendering)).toBeUndefined();
});
