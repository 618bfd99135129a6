import { describe, expect, test } from 'vitest';
import { type Data, RngSeed } from '../../grader/kit.ts';
import { loadAssignment, projectRoot } from '../../grader/load/assignment/grading.ts';
import { domainOf, within } from '../../grader/substitute/domain.ts';
import { rightAnswers } from '../../grader/substitute/right-answers.ts';

const root = projectRoot();
async function answersOf(slug: string, task: string) {
  const { tasks, laws } = (await loadAssignment(root, slug)).grading;
  return rightAnswers(tasks[task]!, laws);
}

describe('a right answer', () => {
  test('is computed for arguments of the kind that laws ask for', async () => {
    const { parameters, generators, answers } = await answersOf('01-backpropagation', 'sigmoid');
    expect({ parameters, generators }).toEqual({ parameters: 1, generators: [] });
    expect(answers([0])).toEqual({ value: 0.5 });
    expect(answers([Number.NaN])).toEqual({ value: Number.NaN });
    expect(answers([1e300])).toEqual({ value: 1 });
  });

  test('is drawn by a generator of our own, from a seed', async () => {
    const { generators, answers } = await answersOf('04-initialization', 'heNormal');
    expect(generators).toEqual([2]);
    const answer = answers([3, 2, new RngSeed(5)]);
    expect(answer).toEqual(answers([3, 2, new RngSeed(5)]));
    expect(answer).not.toEqual(answers([3, 2, new RngSeed(6)]));
    expect('value' in answer && (answer.value as number[][]).map((row) => row.length)).toEqual([3, 3]);
  });

  test('is computed for as many labels as there are examples, however many these are', async () => {
    const { answers } = await answersOf('05-deep-network', 'lossAndGradients');
    const layers = [{ weights: [[1], [-1]], biases: [0, 0] }];
    const labels = Array.from({ length: 1500 }, () => 1);
    const inputs = labels.map(() => [0.5]);
    expect(answers([layers, 'tanh', inputs, labels])).toHaveProperty('value');
    expect(answers([layers, 'tanh', inputs, [...labels, 1]])).toEqual({ refused: true });
  });

  test.each<[string, string, Data]>([
    ['01-backpropagation', 'sigmoid', ['0']],
    ['01-backpropagation', 'sigmoid', [[0]]],
    ['01-backpropagation', 'sigmoid', []],
    ['01-backpropagation', 'sigmoid', [0, 1]],
    ['01-backpropagation', 'sigmoid', 7],
    // As many layers, weights or epochs as would never be done.
    ['04-initialization', 'varianceByDepth', [1e9, 100, 1, 1]],
    ['04-initialization', 'heNormal', [1e6, 1e6, new RngSeed(1)]],
    ['04-initialization', 'heNormal', [Number.POSITIVE_INFINITY, 1, new RngSeed(1)]],
    ['02-saturation', 'saturatedFraction', ['constructor', [0], 0.1]],
    ['02-saturation', 'saturatedFraction', ['__proto__', [0], 0.1]],
  ])('is refused for any others: %s, %s(%j)', async (slug, task, args) => {
    expect((await answersOf(slug, task)).answers(args)).toEqual({ refused: true });
  });
});

describe('a domain', () => {
  test('takes a record without what was never seen there', () => {
    const domain = domainOf([{ weights: [[1.5]], biases: [0.5] }]);
    const value = { biases: [2], weights: [[1, 2]], toString: 'mine', __proto__: null } as unknown as Data;
    expect(within(domain, value)).toEqual({ value: { weights: [[1, 2]], biases: [2] } });
  });

  test('takes what some of the values had and others not', () => {
    const domain = domainOf([{ l2: 0.5 }, { l2: 0.5, maxNorm: 1.5 }]);
    expect(within(domain, { l2: 1 })).toEqual({ value: { l2: 1 } });
    expect(within(domain, { l2: 1, maxNorm: 'no' })).toBeUndefined();
  });

  test('takes numbers as large as may be, but where all that were seen are counts', () => {
    expect(within(domainOf([0.5, 3]), 1e300)).toEqual({ value: 1e300 });
    expect(within(domainOf([2, 50]), 60)).toEqual({ value: 60 });
    expect(within(domainOf([2, 50]), 1e6)).toBeUndefined();
  });

  test('takes lists about as long as those that were seen, and of counts no more', () => {
    const many = Array.from({ length: 1000 }, () => 7);
    expect(within(domainOf([[0.5, 3]]), many)).toEqual({ value: many });
    expect(within(domainOf([[2, 50]]), many)).toBeUndefined();
    expect(within(domainOf([[2, 50]]), many, 999)).toBeUndefined();
    // A label for each of a thousand examples.
    expect(within(domainOf([[2, 50]]), many, 1000)).toEqual({ value: many });
  });
});
