import { describe, expect, test } from 'vitest';
import { measures } from '../../assignments/04-initialization/feedback/measures.ts';
import { misconceptions } from '../../assignments/04-initialization/misconceptions.ts';
import { tasks } from '../../assignments/04-initialization/reference.ts';
import { measured } from '../../grader/diagnose/measured.ts';
import type { Data, RngSeed, Task } from '../../grader/kit.ts';
import { createRng } from '../../reference/numerics/rng.ts';
import { fitVarianceLaw } from '../../reference/weights/variance-law.ts';
import { answering, crashing } from './answering.ts';

const table = tasks();
const all = measures(table);
type Wrong = (fanIn: Data, fanOut: Data, rng: unknown) => unknown;
const measuredOf = (task: unknown, answer: unknown) =>
  measured(
    task as Task,
    all,
    answering(([fanIn, fanOut, state]) => (answer as Wrong)(fanIn, fanOut, createRng((state as RngSeed).seed))),
  );

describe('what is measured of right weights', () => {
  const right: readonly [keyof typeof table, string, string][] = [
    ['standardUniform', '0.33 / fanIn', '1.8'],
    ['xavierUniform', '2 / (fanIn + fanOut)', '1.8'],
    ['xavierNormal', '2 / (fanIn + fanOut)', '3.0'],
    ['heNormal', '2 / fanIn', '3.0'],
    ['heUniform', '2 / fanIn', '1.8'],
  ];
  test.each(right)('of %s is %s, of shape %s', async (id, law, shape) => {
    const { yours, right: theirs } = (await measuredOf(table[id], table[id].answer))!;
    expect(yours).toEqual(theirs);
    expect(yours.mean).toBe('0');
    const [c = '', fans = ''] = law.split(' / ');
    const [measuredC = '', measuredFans = ''] = yours.varianceLaw.split(' / ');
    expect(measuredFans).toBe(fans);
    expect(Number(measuredC) / Number(c)).toBeCloseTo(1, 1);
    expect(Math.abs(Number(yours.shape) - Number(shape))).toBeLessThanOrEqual(0.1);
  });
});

describe('what is measured of a mistake', () => {
  const wrong = async (id: string) => {
    const misconception = misconceptions(table).find((one) => one.id === id)!;
    const task = Object.values(table).find((one) => one.id === misconception.task);
    return (await measuredOf(task, misconception.answer))?.yours;
  };

  const mistakes: readonly [id: string, law: RegExp, mean: RegExp, shape: RegExp][] = [
    ['he-normal-one-over-n', /^(?:1|0\.99|1\.1) \/ fanIn$/, /^0$/, /^(?:2\.9|3\.0|3\.1)$/],
    ['he-normal-fan-out', /^(?:2|1\.9|2\.1) \/ fanOut$/, /^0$/, /^3\.0$/],
    ['xavier-normal-is-uniform', /^2 \/ \(fanIn \+ fanOut\)$/, /^0$/, /^1\.8$/],
    ['xavier-uniform-is-normal', /^2 \/ \(fanIn \+ fanOut\)$/, /^0$/, /^3\.0$/],
    ['xavier-normal-truncated-rescaled', /^2 \/ \(fanIn \+ fanOut\)$/, /^0$/, /^2\.4$/],
    ['xavier-uniform-std-as-limit', /^0\.6\d \/ \(fanIn \+ fanOut\)$/, /^0$/, /^1\.8$/],
    // On (0, l), of mean l/2 and standard deviation l/√12.
    ['standard-one-sided', /^0\.08\d? \/ fanIn$/, /^1\.7$/, /^1\.8$/],
    // (2/n)² is no c/(α·fanIn + β·fanOut): what was measured is said as it is.
    ['he-normal-variance-as-std', /^[67]\.?\d?e-5 \(240 → 40\), 0\.002\d \(40 → 240\)$/, /^0$/, /^3\.0$/],
  ];
  test.each(mistakes)('is that of %s', async (id, law, mean, shape) => {
    expect(await wrong(id)).toEqual({
      varianceLaw: expect.stringMatching(law),
      mean: expect.stringMatching(mean),
      shape: expect.stringMatching(shape),
    });
  });

  test('is nothing where all weights are the same', async () => {
    expect(await wrong('he-normal-same-number')).toBeUndefined();
    expect(await wrong('he-normal-zero')).toBeUndefined();
  });
});

describe('nothing is measured', () => {
  const unusable: Readonly<Record<string, unknown>> = {
    'a number': 3,
    'no rows': [],
    'a row that is none': [1],
    'not a number': [[Number.NaN, 1]],
  };
  test.each(Object.entries(unusable))('where the answer is %s', async (_, value) => {
    expect(await measuredOf(table.heNormal, () => value)).toBeUndefined();
  });

  test('where the function gives no answer', async () => {
    expect(await measured(table.heNormal as unknown as Task, all, crashing)).toBeUndefined();
  });

  test('of a task without a measure, which is not even asked', async () => {
    const answer = answering(() => 1);
    expect(await measured(table.softmax as unknown as Task, all, answer)).toBeUndefined();
    expect(answer.asked).toBe(0);
  });
});

describe('the law of variances', () => {
  const at = (variance: (fanIn: number, fanOut: number) => number) =>
    (
      [
        [240, 40],
        [100, 100],
        [40, 240],
      ] as const
    ).map(([fanIn, fanOut]) => ({ fanIn, fanOut, variance: variance(fanIn, fanOut) }));

  test('is found exactly where there is one', () => {
    const law = fitVarianceLaw(at((fanIn, fanOut) => 1 / (0.5 * fanIn + 0.25 * fanOut)));
    expect(law.alpha).toBeCloseTo(0.5, 12);
    expect(law.beta).toBeCloseTo(0.25, 12);
    expect(law.residual).toBeLessThan(1e-12);
  });

  test('leaves a residual where there is none', () => {
    expect(fitVarianceLaw(at((fanIn) => (2 / fanIn) ** 2)).residual).toBeGreaterThan(0.2);
  });
});
