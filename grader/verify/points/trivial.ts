import { lawProblems } from '../failing-answers.ts';
import { nameOf, survivals, type Trial } from '../trial.ts';
import { type Point, problem } from '../verification.ts';

/** 3. An answer that knows nothing of the task loses it, at every seed. */
export function trivialPoint(trials: readonly Trial[], seeds: readonly number[]): Point {
  const passing = trials.flatMap((trial) => {
    const passed = survivals(trial, seeds);
    return passed.length === 0 ? [] : [{ where: nameOf(trial), seed: passed[0]!, passing: passed.length }];
  });
  return {
    name: 'trivial',
    figures: { answers: trials.length, lost: trials.length - passing.length },
    problems: [
      ...lawProblems(trials),
      ...passing.map(({ where, ...values }) =>
        problem('trivial-answer-passes', where, { ...values, runs: seeds.length }),
      ),
    ],
  };
}
