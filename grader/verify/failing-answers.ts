import type { Answerer } from '../check/answerer.ts';
import { smallestFailure } from '../check/check-law.ts';
import type { Failure } from '../check/failure.ts';
import { localAnswer } from '../diagnose/local-answer.ts';
import type { NamedAnswer } from '../kit.ts';
import { firstStop, nameOf, type Stop, type Trial } from './trial.ts';
import { type Problem, problem } from './verification.ts';

/** A function of ours in the student's place. */
export const answererOf =
  ({ answer }: NamedAnswer): Answerer =>
  async (calls) => ({
    kind: 'answered',
    outcomes: calls.map((args) => localAnswer(answer, args)),
    printed: '',
    stuck: false,
  });

/** What a student would be shown: the smallest input on which the law is broken. None where the law itself threw. */
export async function failureAt(answer: NamedAnswer, { law, drawnFrom, found }: Stop): Promise<Failure | undefined> {
  if (!('failure' in found)) return undefined;
  const { failure, index } = found;
  return smallestFailure(law, answererOf(answer), drawnFrom, index, failure);
}

/** One problem for each right answer that was stopped at some seed, with the counterexample of the first. */
export async function rightAnswerProblems(trials: readonly Trial[]): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const trial of trials) {
    const stop = firstStop(trial);
    if (stop === undefined || 'lawError' in stop.found) continue;
    const { candidate, stops } = trial;
    const failing = stops.filter((row) => row.length > 0).length;
    const values = { law: stop.law.id, seed: stop.seed, failing, runs: stops.length };
    const failure = await failureAt(candidate, stop);
    problems.push({
      ...problem('right-answer-fails', nameOf(trial), values),
      ...(failure && { failure: { ...failure, task: candidate.task } }),
    });
  }
  return problems;
}

/** Laws that threw where they should have judged: one problem for each law. */
export function lawProblems(trials: readonly Trial[]): readonly Problem[] {
  const byLaw = new Map<string, Problem>();
  for (const trial of trials) {
    for (const { law, found, seed } of trial.stops.flat()) {
      const where = `${law.task}/${law.id}`;
      if (!('lawError' in found) || byLaw.has(where)) continue;
      byLaw.set(where, problem('law-throws', where, { answer: trial.candidate.id, seed, error: found.lawError }));
    }
  }
  return [...byLaw.values()];
}
