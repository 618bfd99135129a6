import fc from 'fast-check';
import type { Answerer } from '../check/answerer.ts';
import type { Failure } from '../check/failure.ts';
import { type Data, isList, isRecord, type Law, type Misconception, type Task } from '../contract.ts';
import type { Outcome } from '../sandbox/outcome.ts';
import { localAnswer } from './local-answer.ts';
import { isSame, nearlySameFormula, type Probe, probeAnswer, sameFormula } from './probe.ts';

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
 * The misconceptions that answer as the student does, on the counterexample and on every probe where the student's
 * function answers, if the right answer does not fit as well. Where there are none, those that do so up to a small
 * number, on the probes that are answered without a NaN. None is the answer "not recognized".
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
    return received === undefined ? [] : [{ probe, received }];
  });
  const withNumbers = answered.filter(({ received }) => !hasNaN(received));
  // Who takes a row for a column reads past the end of it, and then one mistake has as many answers as ways to write it:
  // NaN, 0, an error. It is named by what it answers where it has numbers.
  const readings = [
    { seen: answered, tolerance: sameFormula },
    { seen: withNumbers, tolerance: sameFormula },
    { seen: withNumbers, tolerance: nearlySameFormula },
  ];
  const ours = misconceptions.filter((misconception) => misconception.task === task.id);
  for (const { seen, tolerance } of readings) {
    const fits = (wrong: Misconception['answer']): boolean =>
      seen.every(({ probe, received }) =>
        isSame(probe, probeAnswer(task, probe, localOutcomes(wrong, probe)), received, tolerance),
      );
    const fitting = fits(task.answer) ? [] : ours.filter(({ answer: wrong }) => fits(wrong));
    if (fitting.length > 0) return fitting.map(({ id }) => id);
  }
  return [];
}

export const localOutcomes = (answer: Misconception['answer'], { calls }: Probe): readonly Outcome[] =>
  calls.map((args) => localAnswer(answer, args));

function hasNaN(value: Data): boolean {
  if (isList(value)) return value.some(hasNaN);
  return isRecord(value) ? Object.values(value).some(hasNaN) : Number.isNaN(value);
}
