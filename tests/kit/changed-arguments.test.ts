import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { tasks } from '../../assignments/03-gradient-control/reference.ts';
import { domain, listOf, mutants, pure, real, withDomainLaws } from '../../grader/kit.ts';
import { firstSeeds, survivors } from '../regions/survivors.ts';

const { clipByValue: task } = tasks();
const entries = real({ from: -10, to: 10 });
const domains = [domain(task, [listOf({ length: [0, 100], entries }), real({ from: 0.1, to: 5 })])];
const ofTwo = pure(task, fc.tuple(fc.constant<number[]>([1, 2]), fc.constant(1)));

const changing = (gradient: number[], limit: number): number[] => {
  const answer = task.answer(gradient, limit);
  gradient[0] = 7;
  return answer;
};

test('who changes an argument in one region alone loses at every seed, whatever the author asks', () => {
  const wrong = mutants(task, {
    'if it is the longest': { where: ({ length }) => length === 100, answer: changing },
    'if it is one number': { where: ({ length }) => length === 1, answer: changing },
    'if it is empty': { where: ({ length }) => length === 0, answer: changing },
    'if its last number is 0': { where: (gradient) => Object.is(gradient.at(-1), 0), answer: changing },
    'if the limit is the least': { where: (gradient, limit) => limit === 0.1 && gradient.length > 0, answer: changing },
  });
  expect(survivors('any', [task], withDomainLaws([ofTwo], domains), wrong, firstSeeds)).toEqual({});
});
