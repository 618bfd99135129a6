import { expect, test } from 'vitest';
import { domains } from '../../assignments/01-backpropagation/domains.ts';
import { tasks } from '../../assignments/01-backpropagation/reference.ts';
import { landmarkCases } from '../../grader/kit/domain/cases.ts';
import { isWrong } from '../../grader/kit.ts';
import { changed, regionsOf } from '../../grader/verify/regions/region-answers.ts';

/** A variant finds its inputs at landmarks when it is checked, by the seed of the check; here with nothing made before. */
const seeds = Array.from({ length: 100 }, (_, seed) => seed);

test.each(
  domains(tasks())
    .filter(({ compare, task }) => compare !== undefined && /^chain/.test(task.id))
    .map((of) => [of.task.id, of] as const),
)('at every seed an answer that is wrong at one landmark of %s meets an input that shows it', (_, of) => {
  const right = of.task.answer as unknown as (...args: readonly unknown[]) => unknown;
  const { answers } = regionsOf(of);
  const passed = seeds.flatMap((seed) => {
    const cases = landmarkCases(of, (args) => right(...args), seed).map((args) => ({ args, value: right(...args) }));
    return answers
      .filter(({ isAt, changes, wrong }) => {
        const isShown = ({ args, value }: (typeof cases)[number]): boolean =>
          changes === 'answer'
            ? of.compare?.(args, value, wrong(value as never)) !== undefined
            : isWrong(args, changed(args, wrong));
        return !cases.some((one) => isAt(one.args) && isShown(one));
      })
      .map(({ where, way }) => `${seed}: ${where}, ${way}`);
  });
  expect(passed).toEqual([]);
});
