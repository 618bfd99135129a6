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

/** Calls on which answers are compared, by the law that says so; they are the same for every diagnosis of a task. */
function drawProbes(task: Task, laws: readonly Law[]): readonly Probe[] {
  return laws
    .filter((law) => law.task === task.id && law.probes)
    .flatMap((law) => {
      const numRuns = law.fingerprint ? law.runs : probesPerLaw;
      return fc
        .sample(law.inputs, { seed: probeSeed, numRuns })
        .map((input): Probe => ({ law, input, calls: law.calls(input) }));
    });
}

/** Finds the names of one task's wrong answers. None is the answer "not recognized". */
export interface Diagnostics {
  readonly ofAnswerer: (failure: Failure, answer: Answerer) => Promise<readonly string[]>;
  /** The same of a function of ours. */
  readonly ofFunction: (failure: Failure, answer: Misconception['answer']) => readonly string[];
}

/** An answer to a probe; undefined where there is none, or one of another shape. */
interface Answered {
  readonly probe: Probe;
  readonly received: Data | undefined;
}

/**
 * The misconceptions that answer as the student does, on the counterexample and on every probe where the student's
 * function answers, if the right answer does not fit as well. Where there are none, those that do so up to a small
 * number, on the probes that are answered without a NaN.
 *
 * What our own functions answer to a probe is asked once, however many answers are diagnosed.
 */
export function diagnostics(task: Task, laws: readonly Law[], misconceptions: readonly Misconception[]): Diagnostics {
  const drawn = drawProbes(task, laws);
  const isRandom = drawn.some(({ law }) => law?.fingerprint);
  const ours = misconceptions.filter((misconception) => misconception.task === task.id);
  const known = new Map<Misconception['answer'], Map<Probe, Data | undefined>>();

  const answerOf = (answer: Misconception['answer'], probe: Probe): Data | undefined => {
    const ofProbes = known.get(answer) ?? new Map<Probe, Data | undefined>();
    known.set(answer, ofProbes);
    if (!ofProbes.has(probe)) ofProbes.set(probe, probeAnswer(task, probe, localOutcomes(answer, probe)));
    return ofProbes.get(probe);
  };
  const probesOf = (failure: Failure): readonly Probe[] => (isRandom ? drawn : [{ calls: [failure.args] }, ...drawn]);

  function namesOf(all: readonly Answered[]): readonly string[] {
    const answered = all.filter(({ received }) => received !== undefined);
    const withNumbers = answered.filter(({ received }) => !hasNaN(received));
    // Who takes a row for a column reads past the end of it, and then one mistake has as many answers as ways to write
    // it: NaN, 0, an error. It is named by what it answers where it has numbers.
    const readings = [
      { seen: answered, tolerance: sameFormula },
      { seen: withNumbers, tolerance: sameFormula },
      { seen: withNumbers, tolerance: nearlySameFormula },
    ];
    for (const { seen, tolerance } of readings) {
      const fits = (wrong: Misconception['answer']): boolean =>
        seen.every(({ probe, received }) => isSame(probe, answerOf(wrong, probe), received, tolerance));
      const fitting = fits(task.answer) ? [] : ours.filter(({ answer: wrong }) => fits(wrong));
      if (fitting.length > 0) return fitting.map(({ id }) => id);
    }
    return [];
  }

  return {
    async ofAnswerer(failure, answer) {
      const probes = probesOf(failure);
      const reply = await answer(
        probes.flatMap(({ calls }) => calls),
        { fresh: true, echo: true },
      );
      if (reply.kind !== 'answered') return [];
      let at = 0;
      const answered = probes.map((probe): Answered => {
        const outcomes = reply.outcomes.slice(at, at + probe.calls.length);
        at += probe.calls.length;
        return { probe, received: probeAnswer(task, probe, outcomes) };
      });
      return namesOf(answered);
    },
    ofFunction: (failure, answer) =>
      namesOf(probesOf(failure).map((probe): Answered => ({ probe, received: answerOf(answer, probe) }))),
  };
}

/** The names of what a student answers. */
export const diagnose = (
  task: Task,
  laws: readonly Law[],
  misconceptions: readonly Misconception[],
  failure: Failure,
  answer: Answerer,
): Promise<readonly string[]> => diagnostics(task, laws, misconceptions).ofAnswerer(failure, answer);

export const localOutcomes = (answer: Misconception['answer'], { calls }: Probe): readonly Outcome[] =>
  calls.map((args) => localAnswer(answer, args));

function hasNaN(value: Data): boolean {
  if (isList(value)) return value.some(hasNaN);
  return isRecord(value) ? Object.values(value).some(hasNaN) : Number.isNaN(value);
}
