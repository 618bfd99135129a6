import { describe, expect, test } from 'vitest';
import { type LossName, lossOf, type Reduction } from '../../../reference/nets/losses.ts';
import { gradient } from '../../../reference/numerics/finite-differences.ts';

const names: readonly LossName[] = ['binary-cross-entropy', 'squared-error', 'half-squared-error'];
const reductions: readonly Reduction[] = ['mean', 'sum'];
const all = names.flatMap((name) => reductions.map((reduction) => [name, reduction] as const));

const targets = [1, 0, 0.25];
const predictions = [0.8, 0.4, 0.6];

describe.each(all)('%s as a %s', (name, reduction) => {
  const loss = lossOf(name, reduction);

  test('has the gradient and the curvature that finite differences measure', () => {
    const slopes = gradient((y) => loss.value(targets, [...y]), predictions);
    for (const [i, slope] of loss.gradient(targets, predictions).entries()) expect(slope).toBeCloseTo(slopes[i]!, 9);
    for (const [i, bend] of loss.curvature(targets, predictions).entries()) {
      const slopeOf = (y: readonly number[]): number => loss.gradient(targets, [...y])[i]!;
      expect(bend).toBeCloseTo(gradient(slopeOf, predictions)[i]!, 8);
    }
  });

  test('is least where predictions are the targets', () => {
    expect(loss.gradient([0.25, 0.9], [0.25, 0.9])).toEqual([0, 0]);
  });
});

test('the losses have the values that were computed by hand', () => {
  const values = all.map(([name, reduction]) => lossOf(name, reduction).value([1, 0], [0.8, 0.4]).toFixed(6));
  expect(values).toEqual(['0.366985', '0.733969', '0.100000', '0.200000', '0.050000', '0.100000']);
});
