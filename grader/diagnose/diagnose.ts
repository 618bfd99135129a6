import fc from 'fast-check';
import type { Answerer } from '../check/answerer.ts';
import type { Failure } from '../check/failure.ts';
import type { Law, Misconception, Task } from '../contract.ts';
import type { Outcome } from '../sandbox/outcome.ts';
import { localAnswer } from './local-answer.ts';
import { isSame, type Probe, probeAnswer } from './probe.ts';

/** The probes are the same for every run: a diagnosis does not depend on the seed of the check. */
const probeSeed = 20100513;
const probesPerLaw = 40;

/** Inputs on which answers are compared: those of the laws that say so, and the counterexample itself. */
function probesOf(task: Task, laws: readonly Law[], failure: Failure): readonly Probe[] {
  const drawn = laws
    .filter((law) => law.task === task.id && law.probes)
    .flatMap((law) => {
      const numRuns = law.fingerprint ? law.runs : probesPerLaw;
      return fc
        .sample(law.inputs, { seed: probeSeed, numRuns })
        .map((input): Probe => ({ law, input, calls: law.calls(input) }));
    });
  const isRandom = drawn.some(({ law }) => law?.fingerprint);
  return isRandom ? drawn : [{ calls: [failure.args] }, ...drawn];
}

/**
 * The misconceptions that answer as the student does: on the counterexample and on every probe where the student's
 * function answers, and other than the reference on at least one of them. None is the answer "not recognized".
 */
export async function diagnose(
  task: Task,
  laws: readonly Law[],
  misconceptions: readonly Misconception[],
  failure: Failure,
  answer: Answerer,
): Promise<readonly string[]> {
  const probes = probesOf(task, laws, failure);
  const reply = await answer(
    probes.flatMap(({ calls }) => calls),
    { fresh: true, echo: true },
  );
  if (reply.kind !== 'answered') return [];
  let at = 0;
  const answered = probes.flatMap((probe) => {
    const outcomes = reply.outcomes.slice(at, at + probe.calls.length);
    at += probe.calls.length;
    const received = probeAnswer(task, probe, outcomes);
    const right = probeAnswer(task, probe, localOutcomes(task.answer, probe));
    return received === undefined ? [] : [{ probe, received, isWrong: !isSame(probe, right, received) }];
  });
  if (!answered.some(({ isWrong }) => isWrong)) return [];
  return misconceptions
    .filter((misconception) => misconception.task === task.id)
    .filter(({ answer: wrong }) =>
      answered.every(({ probe, received }) =>
        isSame(probe, probeAnswer(task, probe, localOutcomes(wrong, probe)), received),
      ),
    )
    .map(({ id }) => id);
}

const localOutcomes = (answer: Misconception['answer'], { calls }: Probe): readonly Outcome[] =>
  calls.map((args) => localAnswer(answer, args));
