import type { Answerer } from '../check/answerer.ts';
import { drawInputs } from '../check/check-law.ts';
import type { Failure } from '../check/failure.ts';
import { once } from '../kit/once.ts';
import { type Data, type Law, largestIn, type Misconception, type Task, type TaskDomain } from '../kit.ts';
import type { Outcome } from '../sandbox/protocol/outcome.ts';
import type { Described } from './describe/numbers.ts';
import { localAnswer } from './local-answer.ts';
import { agreementOf, isSame } from './names/agreement.ts';
import { type AskedCall, affordable, evidenceCalls, isRightIn, probeSeed, type Row, rowsOf } from './names/evidence.ts';
import { mixtureOf } from './names/mixture.ts';
import { mostlyOf } from './names/mostly.ts';
import { type Named, namesOf, type Seen } from './names/names.ts';
import { type Answered, type Probe, probeAnswer } from './probe.ts';

const probesPerLaw = 40;

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

/** Says of one task's answers what they are. What our own functions answer to a probe is asked once for all of them. */
export interface Diagnostics {
  /**
   * What a function answers to the probes, to the counterexample, and to single calls of all laws besides.
   * @param asked what it has answered already
   */
  readonly ask: (answer: Answerer, failure?: Failure, asked?: readonly AskedCall[]) => Promise<Seen>;
  /** Takes what a function of ours has answered to a law's inputs, drawn from `probeSeed`: then it is not asked again. */
  readonly learn: (answer: Answer, law: Law, index: number, outcomes: readonly Outcome[]) => void;
  /** What a function of ours answers to the probes and to the counterexample. */
  readonly ownAnswersOf: (answer: Answer, failure?: Failure) => readonly Answered[];
  /** Whether a function of ours answers the probes so. */
  readonly fits: (ours: Answer, answered: readonly Answered[]) => boolean;
  /** The known mistakes that answer so. */
  readonly namesOf: (seen: Seen) => Named | undefined;
  /** The calls to which right answers have so many digits in common that a rule can be read off the wrong ones. */
  readonly clearOf: (rows: readonly Row[]) => readonly Row[];
  /** Two known mistakes that together answer so. */
  readonly mixtureOf: (rows: readonly Row[]) => readonly [Misconception, Misconception] | undefined;
  /** A known mistake that explains nearly all wrong answers. */
  readonly mostlyOf: (rows: readonly Row[]) => Described | undefined;
}

/** @param domain of the task, if it has one: by it answers are right, and near to those of a mistake. */
export function diagnostics(
  task: Task,
  laws: readonly Law[],
  misconceptions: readonly Misconception[],
  domain?: TaskDomain,
): Diagnostics {
  const { agrees, isVague, room } = agreementOf(task, domain);
  const isRight = isRightIn(domain);
  const drawn = drawProbes(task, laws);
  const isRandom = drawn.some(({ law }) => law?.fingerprint);
  const evidence = once(() => evidenceCalls(task, laws));
  const ours = misconceptions.filter((misconception) => misconception.task === task.id);
  // A counterexample is a probe as long as it is talked of; a class brings thousands.
  const known = new Map<Answer, WeakMap<Probe, Data | undefined>>();
  const knownOf = (answer: Answer): WeakMap<Probe, Data | undefined> => {
    const ofProbes = known.get(answer) ?? new WeakMap<Probe, Data | undefined>();
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

  return {
    async ask(answer, failure, asked = []) {
      const probes = probesFor(failure);
      const more = isRandom ? [] : evidence();
      const calls = [...probes.flatMap((probe) => probe.calls), ...more];
      const reply = await answer(calls, { fresh: true, echo: true });
      if (reply.kind !== 'answered') return { answered: [], rows: [] };
      let at = 0;
      const answered = probes.map((probe): Answered => {
        const outcomes = reply.outcomes.slice(at, at + probe.calls.length);
        at += probe.calls.length;
        return { probe, received: probeAnswer(task, probe, outcomes) };
      });
      const heard = calls.map((args, i): AskedCall => ({ args, outcome: reply.outcomes[i]! }));
      return {
        answered,
        rows: isRandom ? [] : rowsOf(task, [...heard, ...affordable(asked, ({ args }) => args)], isRight),
      };
    },
    learn(answer, law, index, outcomes) {
      const probe = drawn.filter((one) => one.law === law)[index];
      if (probe) knownOf(answer).set(probe, probeAnswer(task, probe, outcomes));
    },
    ownAnswersOf: (answer, failure) =>
      probesFor(failure).map((probe) => ({ probe, received: answerOf(answer, probe) })),
    fits: (answer, answered) =>
      answered.every(({ probe, received }) => isSame(probe, answerOf(answer, probe), received, { agrees })),
    namesOf: (seen) => namesOf(seen, task, ours, { answerOf, agrees }),
    clearOf: (rows) =>
      rows
        .filter(({ args }) => !isVague(args))
        .map((row) => ({ ...row, room: room(row.args, Math.max(largestIn(row.right), largestIn(row.received))) })),
    mixtureOf: (rows) => mixtureOf(rows, ours),
    mostlyOf: (rows) => mostlyOf(rows, task, ours, agrees),
  };
}

export const localOutcomes = (answer: Answer, { calls }: Probe): readonly Outcome[] =>
  calls.map((args) => localAnswer(answer, args));
