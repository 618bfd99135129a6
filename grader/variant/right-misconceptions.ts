import fc from 'fast-check';
import type { Task } from '../contract.ts';
import { ownAnswer } from '../diagnose/own-answers.ts';
import { isSame, type Probe, sameFormula } from '../diagnose/probe.ts';
import type { Grading } from '../load/grading.ts';

const inputsPerLaw = 40;
const inputSeed = 20100513;

/**
 * The misconceptions that are right under the parameters at hand, by their answers and by no list: those that answer as
 * the reference does to everything that any law of their task asks.
 */
export function rightMisconceptions({ tasks, laws, misconceptions }: Grading): readonly string[] {
  const asked = new Map<string, readonly Probe[]>();
  const askedOf = (task: Task): readonly Probe[] => {
    const known = asked.get(task.id) ?? inputsOf(task, laws);
    asked.set(task.id, known);
    return known;
  };
  return misconceptions
    .filter((misconception) => {
      const task = tasks[misconception.task];
      return (
        task !== undefined &&
        askedOf(task).every((probe) =>
          isSame(probe, ownAnswer(task, probe, task.answer), ownAnswer(task, probe, misconception.answer), sameFormula),
        )
      );
    })
    .map(({ id }) => id);
}

const inputsOf = (task: Task, laws: Grading['laws']): readonly Probe[] =>
  laws
    .filter((law) => law.task === task.id)
    .flatMap((law) =>
      fc
        .sample(law.inputs, { seed: inputSeed, numRuns: Math.min(law.runs, inputsPerLaw) })
        .map((input): Probe => ({ law, input, calls: law.calls(input) })),
    );
