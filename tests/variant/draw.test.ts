import { describe, expect, test } from 'vitest';
import { drawParameters } from '../../grader/variant/draw.ts';
import type { Parameter } from '../../grader/variant/parameters.ts';
import { createRng } from '../../reference/numerics/rng.ts';

const words = { en: { title: '', description: '' }, ru: { title: '', description: '' } };
const parameters: readonly Parameter[] = [
  { key: 'norm', words, default: 'a', range: { values: ['a', 'b', 'c'] } },
  { key: 'leak', words, default: 0, range: { minimum: 0, maximum: 0.5, step: 0.05 } },
];
const drawn = (fixed: Readonly<Record<string, unknown>>, seed: number | undefined) =>
  drawParameters(parameters, fixed, seed === undefined ? undefined : createRng(seed));
const seeds = Array.from({ length: 3000 }, (_, seed) => seed);

describe('the parameters of a variant', () => {
  test('are the defaults without a seed', () => {
    expect(drawn({}, undefined)).toEqual({ norm: 'a', leak: 0 });
    expect(drawn({ leak: 0.3 }, undefined)).toEqual({ norm: 'a', leak: 0.3 });
  });

  test('are the same for the same seed', () => {
    expect(drawn({}, 7)).toEqual(drawn({}, 7));
  });

  test('are as they were when another one is fixed', () => {
    for (const seed of seeds.slice(0, 50)) {
      expect(drawn({ norm: 'c' }, seed)['leak']).toBe(drawn({}, seed)['leak']);
    }
  });

  test('take each of their values about as often as the others, on the grid that the schema gives', () => {
    const all = seeds.map((seed) => drawn({}, seed));
    const counts = (key: string): Readonly<Record<string, number>> => {
      const found: Record<string, number> = {};
      for (const values of all) found[String(values[key])] = (found[String(values[key])] ?? 0) + 1;
      return found;
    };
    const [norms, leaks] = [counts('norm'), counts('leak')];
    expect(Object.keys(norms).sort()).toEqual(['a', 'b', 'c']);
    expect(Object.keys(leaks).sort()).toEqual(
      ['0', '0.05', '0.1', '0.15', '0.2', '0.25', '0.3', '0.35', '0.4', '0.45', '0.5'].sort(),
    );
    // Six standard deviations of a binomial count.
    for (const [groups, share] of [
      [norms, 1 / 3],
      [leaks, 1 / 11],
    ] as const) {
      for (const count of Object.values(groups)) {
        const expected = seeds.length * share;
        expect(Math.abs(count - expected)).toBeLessThan(6 * Math.sqrt(expected * (1 - share)));
      }
    }
  });
});
