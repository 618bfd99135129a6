import { describe, expect, test } from 'vitest';
import { logSumExp, outputBias, softmax, softmaxCrossEntropy } from '../../../reference/activations/softmax.ts';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe('softmax', () => {
  test('by hand', () => {
    const received = softmax([1, 2, 4]);
    for (const [i, p] of [0.04201, 0.114195, 0.843795].entries()) expect(received[i]).toBeCloseTo(p, 6);
  });

  test('adds up to 1', () => {
    expect(sum(softmax([-3, 0.5, 12, 2]))).toBeCloseTo(1, 14);
  });

  test('does not change with one number added to all logits', () => {
    for (const [i, p] of softmax([101, 102, 104]).entries()) expect(p).toBeCloseTo(softmax([1, 2, 4])[i] ?? 0, 14);
  });

  test('is finite far out', () => {
    expect(softmax([1e4, -1e4])).toEqual([1, 0]);
    expect(softmax([-1e4, -1e4])).toEqual([0.5, 0.5]);
  });
});

test('the cross-entropy is −ln of the probability, where that is 0 too', () => {
  expect(softmaxCrossEntropy([1, 2, 4], 1)).toBeCloseTo(-Math.log(softmax([1, 2, 4])[1] ?? 0), 12);
  expect(softmaxCrossEntropy([0, 5000], 0)).toBe(5000);
  expect(logSumExp([1e4, 1e4])).toBeCloseTo(1e4 + Math.LN2, 9);
});

test('the output biases bring the class frequencies back', () => {
  const frequencies = [0.7, 0.2, 0.1];
  for (const [i, p] of softmax(outputBias(frequencies)).entries()) expect(p).toBeCloseTo(frequencies[i] ?? 0, 14);
});
