import type { Answerer } from '../check/answerer.ts';
import { drawInputs } from '../check/check-law.ts';
import type { Failure } from '../check/failure.ts';
import { type Data, isList, isRecord, type Law, type Misconception, type Task, type Tolerance } from '../kit.ts';
import type { Outcome } from '../sandbox/outcome.ts';
import { localAnswer } from './local-answer.ts';
import { isSame, nearlySameFormula, type Probe, probeAnswer, sameFormula } from './probe.ts';

/** The probes are the same for every run: a diagnosis does not depend on the seed of the check. */
export const probeSeed = 20100513;
const probesPerLaw = 40;
/** Fewer wrong answers than these say nothing of why they are wrong. */
const leastWrong = 5;

/** Calls on which answers are compared, by the law that says so; they are the same for every diagnosis of a task. */
function drawProbes(task: Task, laws: readonly Law[]): readonly Probe[] {
  return laws
    .filter((law) => law.task === task.id && law.probes)
    .flatMap((law) => {
      const drawn = drawInputs(law, probeSeed, law.fingerprint ? law.runs : probesPerLaw);
      return drawn.map(({ input, calls }): Probe => ({ law, input, calls }));
    });
}

type Answer = Misconception['answer'];

/** What was answered to a probe. */
export interface Answered {
  readonly probe: Probe;
  readonly received: Data;
}

/** Says of one task's answers what they are. What our own functions answer to a probe is asked once for all of them. */
export interface Diagnostics {
  /** What a function answers to the probes, and to the counterexample; what has another shape is left out. */
  readonly answersOf: (answer: Answerer, failure?: Failure) => Promise<readonly Answered[]>;
  /** Takes what a function of ours has answered to a law's inputs, drawn from `probeSeed`: then it is not asked again. */
  readonly learn: (answer: Answer, law: Law, index: number, outcomes: readonly Outcome[]) => void;
  /** The same of a function of ours. */
  readonly ownAnswersOf: (answer: Answer, failure?: Failure) => readonly Answered[];
  /** Whether a function of ours gives these answers. */
  readonly fits: (ours: Answer, answered: readonly Answered[]) => boolean;
  /**
   * The misconceptions that answer so, on every probe that was answered, if the right answer does not fit as well. Where
   * there are none, those that do so up to a small number, on the probes that are answered without a NaN. Then those of a
   * mistake in one branch alone: it answers so wherever the answer is wrong. None is the answer "not recognized".
   *
   * Those that fit equally well stay in the order of the catalogue, which has the likelier first; where answers without a
   * number were left out, those that agree on more of them come before the others.
   */
  readonly namesOf: (answered: readonly Answered[]) => readonly string[];
}

export function diagnostics(task: Task, laws: readonly Law[], misconceptions: readonly Misconception[]): Diagnostics {
  const drawn = drawProbes(task, laws);
  const isRandom = drawn.some(({ law }) => law?.fingerprint);
  const ours = misconceptions.filter((misconception) => misconception.task === task.id);
  const known = new Map<Answer, Map<Probe, Data | undefined>>();
  const knownOf = (answer: Answer): Map<Probe, Data | undefined> => {
    const ofProbes = known.get(answer) ?? new Map<Probe, Data | undefined>();
    known.set(answer, ofProbes);
    return ofProbes;
  };

  const answerOf = (answer: Answer, probe: Probe): Data | undefined => {
    const ofProbes = knownOf(answer);
    if (!ofProbes.has(probe)) ofProbes.set(probe, probeAnswer(task, probe, localOutcomes(answer, probe)));
    return ofProbes.get(probe);
  };
  const probesFor = (failure?: Failure): readonly Probe[] =>
    isRandom || failure === undefined ? drawn : [{ calls: [failure.args] }, ...drawn];
  const fits = (answer: Answer, answered: readonly Answered[], tolerance: Tolerance = sameFormula): boolean =>
    answered.every(({ probe, received }) => isSame(probe, answerOf(answer, probe), received, tolerance));

  return {
    async answersOf(answer, failure) {
      const probes = probesFor(failure);
      const reply = await answer(
        probes.flatMap(({ calls }) => calls),
        { fresh: true, echo: true },
      );
      if (reply.kind !== 'answered') return [];
      let at = 0;
      return probes.flatMap((probe) => {
        const outcomes = reply.outcomes.slice(at, at + probe.calls.length);
        at += probe.calls.length;
        const received = probeAnswer(task, probe, outcomes);
        return received === undefined ? [] : [{ probe, received }];
      });
    },
    learn(answer, law, index, outcomes) {
      const probe = drawn.filter((one) => one.law === law)[index];
      if (probe) knownOf(answer).set(probe, probeAnswer(task, probe, outcomes));
    },
    ownAnswersOf: (answer, failure) =>
      probesFor(failure).flatMap((probe) => {
        const received = answerOf(answer, probe);
        return received === undefined ? [] : [{ probe, received }];
      }),
    fits: (answer, answered) => fits(answer, answered),
    namesOf(answered) {
      const withNumbers = answered.filter(({ received }) => !hasNaN(received));
      // Who takes a row for a column reads past the end of it, and then one mistake has as many answers as ways to write
      // it: NaN, 0, an error. It is named by what it answers where it has numbers.
      const wrong = withNumbers.filter((one) => !fits(task.answer, [one], nearlySameFormula));
      const readings = [
        { seen: answered, tolerance: sameFormula },
        { seen: withNumbers, tolerance: sameFormula },
        { seen: withNumbers, tolerance: nearlySameFormula },
        ...(!isRandom && wrong.length >= leastWrong ? [{ seen: wrong, tolerance: sameFormula }] : []),
      ];
      for (const { seen, tolerance } of readings) {
        const fitting = fits(task.answer, seen, tolerance)
          ? []
          : ours.filter(({ answer }) => fits(answer, seen, tolerance));
        const agreements = ({ answer }: Misconception): number =>
          answered.filter((one) => fits(answer, [one], tolerance)).length;
        if (fitting.length === 1 || (fitting.length > 0 && seen === answered)) return fitting.map(({ id }) => id);
        if (fitting.length > 1) {
          const ranked = fitting.map((one) => ({ id: one.id, agrees: agreements(one) }));
          return ranked.toSorted((a, b) => b.agrees - a.agrees).map(({ id }) => id);
        }
      }
      return [];
    },
  };
}

/** Which known mistakes a function makes that failed a law, by asking it again; none means "not recognized". */
export async function diagnose(
  task: Task,
  laws: readonly Law[],
  misconceptions: readonly Misconception[],
  failure: Failure,
  answer: Answerer,
): Promise<readonly string[]> {
  const ofTask = diagnostics(task, laws, misconceptions);
  return ofTask.namesOf(await ofTask.answersOf(answer, failure));
}

export const localOutcomes = (answer: Answer, { calls }: Probe): readonly Outcome[] =>
  calls.map((args) => localAnswer(answer, args));

function hasNaN(value: Data): boolean {
  if (isList(value)) return value.some(hasNaN);
  return isRecord(value) ? Object.values(value).some(hasNaN) : Number.isNaN(value);
}
