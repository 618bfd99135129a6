import { drawInputs } from '../check/check-law.ts';
import { localOutcomes } from '../diagnose/diagnose.ts';
import { agreementOf, isSame } from '../diagnose/names/agreement.ts';
import { type Probe, probeAnswer } from '../diagnose/probe.ts';
import type { Data, Task } from '../kit.ts';
import type { Grading } from '../load/assignment/grading.ts';

const inputsPerLaw = 40;
const inputSeed = 20100513;

/**
 * The misconceptions that are right under the parameters at hand, by their answers and by no list: those that answer as
 * the reference does to everything that any law of their task asks.
 */
export function rightMisconceptions({ tasks, laws, misconceptions }: Grading): readonly string[] {
  const asked = new Map<string, readonly Asked[]>();
  const askedOf = (task: Task): readonly Asked[] => {
    const known = asked.get(task.id) ?? inputsOf(task, laws);
    asked.set(task.id, known);
    return known;
  };
  return misconceptions
    .filter((misconception) => {
      const task = tasks[misconception.task];
      if (task === undefined) return false;
      const { agrees } = agreementOf(task);
      return askedOf(task).every(({ probe, right }) =>
        isSame(probe, right(), probeAnswer(task, probe, localOutcomes(misconception.answer, probe)), { agrees }),
      );
    })
    .map(({ id }) => id);
}

interface Asked {
  readonly probe: Probe;
  /** What the reference answers, asked once. */
  readonly right: () => Data | undefined;
}

const inputsOf = (task: Task, laws: Grading['laws']): readonly Asked[] =>
  laws
    .filter((law) => law.task === task.id)
    .flatMap((law) =>
      drawInputs(law, inputSeed, Math.min(law.runs, inputsPerLaw)).map(({ input, calls }): Asked => {
        const probe: Probe = { law, input, calls };
        let known: { readonly answer: Data | undefined } | undefined;
        const right = (): Data | undefined => {
          known ??= { answer: probeAnswer(task, probe, localOutcomes(task.answer, probe)) };
          return known.answer;
        };
        return { probe, right };
      }),
    );
