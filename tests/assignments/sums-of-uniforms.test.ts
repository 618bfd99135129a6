import { describe, expect, test } from 'vitest';
import { summedUniforms } from '../../assignments/04-initialization/initializers/laws/sums.ts';
import { createRng } from '../../reference/numerics/rng.ts';

const drawn = (seed: number, unit: (rng: ReturnType<typeof createRng>) => number): Float64Array => {
  const rng = createRng(seed);
  return Float64Array.from({ length: 300 }, () => unit(rng));
};

const sumOf = (n: number) => (rng: ReturnType<typeof createRng>) => {
  let sum = -n / 2;
  for (let i = 0; i < n; i++) sum += rng.uniform();
  return sum * Math.sqrt(12 / n);
};

describe('weights', () => {
  test.each([2, 4, 6, 12, 24, 48])('are known for sums of %i uniform numbers', (n) => {
    expect(summedUniforms(drawn(1, sumOf(n)))).toBe(n);
  });

  test('that are uniform are no sums', () => {
    expect(summedUniforms(drawn(1, sumOf(1)))).toBeUndefined();
  });

  test('that are normal are no sums, in single precision either, whatever their standard deviation', () => {
    for (let fanIn = 1; fanIn <= 1000; fanIn++) {
      const std = Math.sqrt(2 / fanIn);
      expect(summedUniforms(drawn(fanIn, ({ normal }) => normal()))).toBeUndefined();
      expect(summedUniforms(drawn(fanIn, ({ normal }) => Math.fround(std * normal()) / std))).toBeUndefined();
      expect(summedUniforms(drawn(fanIn, ({ normal }) => Math.fround(normal())))).toBeUndefined();
    }
  });
});
