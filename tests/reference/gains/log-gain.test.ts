import { describe, expect, test } from 'vitest';
import { meanLogGain } from '../../../reference/gains/log-gain.ts';

describe('what a typical net loses in a layer behind ReLU', () => {
  test('is by hand for one unit: E ln 2Z² = ln 4 + ψ(½), minus Euler’s constant', () => {
    expect(meanLogGain(1)).toBeCloseTo(-0.577216, 5);
  });

  test('is about 5/(2n) for many units', () => {
    expect(meanLogGain(1000)).toBeCloseTo(-0.0025, 4);
  });
});
