import { describe, expect, test } from 'vitest';
import type { Law } from '../../grader/kit.ts';
import { lawsPoint } from '../../grader/verify/points/laws.ts';
import type { Trial } from '../../grader/verify/trial.ts';

const lawOf = (id: string): Law => ({ task: 'step', id, alpha: 0 }) as unknown as Law;
const [mean, shape] = [lawOf('mean'), lawOf('shape')];

/** A mutant that is stopped by these laws, at each seed. */
const trial = (...stops: readonly (readonly Law[])[]): Trial =>
  ({
    candidate: { id: 'shifted', task: 'step', role: 'mutant' },
    stops: stops.map((laws, seed) =>
      laws.map((law) => ({ law, seed, found: { failure: { kind: 'broken' }, index: 0 } })),
    ),
  }) as unknown as Trial;

const unneeded = (again: readonly (readonly Law[])[]): readonly string[] => {
  const asked: number[] = [];
  const { problems } = lawsPoint([mean], [trial([mean, shape])], [7], (_law, seeds) => {
    asked.push(...seeds);
    return [trial(...again)];
  });
  expect(asked).toEqual([8, 9, 10, 11, 12]);
  return problems.map(({ code }) => code);
};

describe('a law that another one spares at the only seed', () => {
  test('is needed if at most other seeds it is alone', () => {
    expect(unneeded([[mean], [mean, shape], [mean], [mean], [mean, shape]])).toEqual([]);
  });

  test('is not needed if at most other seeds it is not', () => {
    expect(unneeded([[mean], [mean, shape], [mean, shape], [mean], [mean, shape]])).toEqual(['law-not-needed']);
  });
});
