import { expect, test } from 'vitest';
import { hintsIn } from '../../grader/hint/hints.ts';

test('hints stand below headings or in a numbered list, each of them whole', () => {
  const hints = [
    { title: '1', body: 'A nudge,\non two lines.' },
    { title: '2', body: '$$a = b$$' },
    { title: '3', body: '2. is no number of a hint here: 1.5.' },
  ];
  const below = hints.map(({ title, body }) => `### ${title}\n\n${body}\n`).join('\n');
  expect(hintsIn(below)).toEqual(hints);
  const [nudge, formula] = hints;
  const list = '1. A nudge,\n   on two lines.\n2. $$a = b$$\n';
  expect(hintsIn(list)).toEqual([nudge, formula]);
  expect(hintsIn('Nothing of the kind.')).toEqual([]);
});
