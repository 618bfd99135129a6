import { describe, expect, test } from 'vitest';
import { nextHint } from '../../grader/hint/next-hint.ts';

const nothing = { level: 0, mistakes: [] };

describe('the next hint', () => {
  test('is the next level, and the last one again after that', () => {
    expect(nextHint(nothing, [], 3)).toEqual({ isExplanation: false, seen: { level: 1, mistakes: [] } });
    expect(nextHint({ level: 3, mistakes: [] }, [], 3).seen.level).toBe(3);
  });

  test('explains a mistake that is known, once, in the place of the first level', () => {
    const { isExplanation, seen } = nextHint(nothing, ['mirrored'], 3);
    expect({ isExplanation, seen }).toEqual({ isExplanation: true, seen: { level: 1, mistakes: ['mirrored'] } });
    expect(nextHint(seen, ['mirrored'], 3)).toEqual({
      isExplanation: false,
      seen: { level: 2, mistakes: ['mirrored'] },
    });
  });

  test('explains another mistake when there is one, and loses no level over it', () => {
    const seen = { level: 2, mistakes: ['mirrored'] };
    expect(nextHint(seen, ['cut'], 3)).toEqual({ isExplanation: true, seen: { level: 2, mistakes: ['cut'] } });
    expect(nextHint(seen, [], 3)).toEqual({ isExplanation: false, seen: { level: 3, mistakes: ['mirrored'] } });
  });
});
