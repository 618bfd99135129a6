import fc from 'fast-check';
import type { Answerer } from '../check/answerer.ts';
import type { Failure } from '../check/failure.ts';
import { type Data, isList, isRecord, type Law, type Misconception, type Task, type Tolerance } from '../contract.ts';
import { ownAnswer } from './own-answers.ts';
import { isSame, nearlySameFormula, type Probe, probeAnswer, sameFormula } from './probe.ts';

/** The probes are the same for every run: a diagnosis does not depend on the seed of the check. */
const probeSeed = 20100513;
const probesPerLaw = 40;

/** What a student's function answered to a probe. */
export interface Answered {
  readonly probe: Probe;
  readonly received: Data;
}

const drawnProbes = new WeakMap<readonly Law[], Map<string, readonly Probe[]>>();

/** Those that the laws of a task ask for, drawn once: they are the same for every diagnosis. */
function drawProbes(task: Task, laws: readonly Law[]): readonly Probe[] {
  const byTask = drawnProbes.get(laws) ?? new Map<string, readonly Probe[]>();
  drawnProbes.set(laws, byTask);
  const known = byTask.get(task.id);
  if (known) return known;
  const drawn = laws
    .filter((law) => law.task === task.id && law.probes)
    .flatMap((law) => {
      const numRuns = law.fingerprint ? law.runs : probesPerLaw;
      return fc
        .sample(law.inputs, { seed: probeSeed, numRuns })
        .map((input): Probe => ({ law, input, calls: law.calls(input) }));
    });
  byTask.set(task.id, drawn);
  return drawn;
}

/** Inputs on which answers are compared: those of the laws that say so, and the counterexample itself. */
export function probesOf(task: Task, laws: readonly Law[], failure?: Failure): readonly Probe[] {
  const drawn = drawProbes(task, laws);
  const isRandom = drawn.some(({ law }) => law?.fingerprint);
  return isRandom || failure === undefined ? drawn : [{ calls: [failure.args] }, ...drawn];
}

/** Asks a function for its answers to all probes; those that it does not answer, or in another shape, are left out. */
export async function answersToProbes(
  task: Task,
  laws: readonly Law[],
  answer: Answerer,
  failure?: Failure,
): Promise<readonly Answered[]> {
  const probes = probesOf(task, laws, failure);
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
}

/** The same of a function of ours. */
export const ownAnswersToProbes = (
  task: Task,
  laws: readonly Law[],
  ours: Misconception['answer'],
  failure?: Failure,
): readonly Answered[] =>
  probesOf(task, laws, failure).flatMap((probe) => {
    const received = ownAnswer(task, probe, ours);
    return received === undefined ? [] : [{ probe, received }];
  });

/** Whether a function of ours gives these answers. */
export const fits = (
  task: Task,
  ours: Misconception['answer'],
  answered: readonly Answered[],
  tolerance: Tolerance = sameFormula,
): boolean => answered.every(({ probe, received }) => isSame(probe, ownAnswer(task, probe, ours), received, tolerance));

/**
 * The misconceptions that answer as the student does, on the counterexample and on every probe where the student's
 * function answers, if the right answer does not fit as well. Where there are none, those that do so up to a small
 * number, on the probes that are answered without a NaN. None is the answer "not recognized".
 *
 * Those that fit equally well stay in the order of the catalogue, which has the likelier first; where answers without a
 * number were left out, those that agree on more of them come before the others.
 */
export function fittingMisconceptions(
  task: Task,
  misconceptions: readonly Misconception[],
  answered: readonly Answered[],
): readonly string[] {
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
    if (fits(task, task.answer, seen, tolerance)) continue;
    const fitting = ours.filter(({ answer }) => fits(task, answer, seen, tolerance));
    const agreements = ({ answer }: Misconception): number =>
      answered.filter((one) => fits(task, answer, [one], tolerance)).length;
    const ranked =
      fitting.length < 2 || seen === answered
        ? fitting
        : fitting
            .map((one) => ({ one, agrees: agreements(one) }))
            .toSorted((a, b) => b.agrees - a.agrees)
            .map(({ one }) => one);
    if (ranked.length > 0) return ranked.map(({ id }) => id);
  }
  return [];
}

/** Which known mistakes a function makes that failed a law, by asking it again; none means "not recognized". */
export const diagnose = async (
  task: Task,
  laws: readonly Law[],
  misconceptions: readonly Misconception[],
  failure: Failure,
  answer: Answerer,
): Promise<readonly string[]> =>
  fittingMisconceptions(task, misconceptions, await answersToProbes(task, laws, answer, failure));

function hasNaN(value: Data): boolean {
  if (isList(value)) return value.some(hasNaN);
  return isRecord(value) ? Object.values(value).some(hasNaN) : Number.isNaN(value);
}
