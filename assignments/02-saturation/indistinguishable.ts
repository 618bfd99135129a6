import * as fc from 'fast-check';
import { type Data, firstDifference, type Law, type Misconception, type Tolerance } from '../../grader/kit.ts';
import type { SaturationTasks } from './reference.ts';

/** As a diagnosis compares answers, on inputs as it draws them. */
const tolerance: Tolerance = { relative: 1e-8, absolute: 1e-12 };
const inputSeed = 20100513;
const inputsPerLaw = 40;

type Answer = (...args: readonly Data[]) => Data;

/**
 * Mistakes that come out the same under the parameters at hand, as a derivative without its A and one without its B do
 * where A is B. By their answers, and by no list; those that are right are nobody's mistake.
 */
export function indistinguishable(
  tasks: SaturationTasks,
  laws: readonly Law[],
  misconceptions: readonly Misconception[],
): readonly (readonly string[])[] {
  return Object.values(tasks).flatMap((task) => {
    const calls = laws
      .filter((law) => law.task === task.id && law.probes)
      .flatMap((law) => fc.sample(law.inputs, { seed: inputSeed, numRuns: inputsPerLaw }).flatMap(law.calls));
    const answersOf = (answer: unknown): readonly Data[] => calls.map((args) => (answer as Answer)(...args));
    const right = answersOf(task.answer);
    const wrong = misconceptions
      .filter((one) => one.task === task.id)
      .map(({ id, answer }) => ({ id, answers: answersOf(answer) }))
      .filter(({ answers }) => !isSame(answers, right));
    const sets = wrong.map(({ answers }) => wrong.filter((one) => isSame(one.answers, answers)).map(({ id }) => id));
    return sets.filter((set, i) => set.length > 1 && set[0] === wrong[i]!.id);
  });
}

/** NaN is the same as NaN: who divides by zero in the same place makes the same mistake. */
const isSame = (a: readonly Data[], b: readonly Data[]): boolean =>
  a.every((value, i) => Object.is(value, b[i]) || firstDifference(value, b[i], tolerance) === undefined);
