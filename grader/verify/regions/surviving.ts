import { type Drawn, drawInputs } from '../../check/check-law.ts';
import { judgeInput } from '../../check/judge-input.ts';
import { lawSeed } from '../../check/seeds.ts';
import { localAnswer } from '../../diagnose/local-answer.ts';
import type { Law } from '../../kit.ts';
import type { Outcomes } from '../asking.ts';
import type { Memory } from './memories.ts';
import { type Args, changed, type RegionAnswer } from './region-answers.ts';

type Outcome = Outcomes[number];

/** One law's inputs at one seed, with the right answers to them. */
interface Evidence {
  readonly law: Law;
  readonly drawn: readonly Drawn[];
  /** To all calls of an input; asked when they are needed. */
  readonly right: (index: number) => readonly Outcome[];
}

/** What the laws of a task ask at a seed, the grader's own first: they stop most. */
export function evidenceFor(
  assignment: string,
  laws: readonly Law[],
  answer: Parameters<typeof localAnswer>[0],
  seed: number,
): readonly Evidence[] {
  const ordered = laws.toSorted((a, b) => Number(b.isOfGrader ?? false) - Number(a.isOfGrader ?? false));
  return ordered.map((law) => {
    const drawn = drawInputs(law, lawSeed(seed, assignment, law));
    const known: (readonly Outcome[])[] = [];
    const right = (index: number): readonly Outcome[] => {
      known[index] ??= drawn[index]!.calls.map((args) => localAnswer(answer, args));
      return known[index];
    };
    return { law, drawn, right };
  });
}

const isStopped = ({ law }: Evidence, { input }: Drawn, outcomes: readonly Outcome[]): boolean =>
  judgeInput(law, input, outcomes) !== undefined;

/** The answers that get past all laws, though they are wrong somewhere. */
export function survivingRegions(
  answers: readonly RegionAnswer[],
  evidence: readonly Evidence[],
): readonly RegionAnswer[] {
  return evidence.reduce((left, one) => {
    const places = new Map<RegionAnswer['isAt'], readonly number[]>();
    const placesOf = ({ isAt }: RegionAnswer): readonly number[] => {
      const found = places.get(isAt) ?? inputsAt(one.drawn, isAt);
      places.set(isAt, found);
      return found;
    };
    const isSeen = (answer: RegionAnswer, index: number): boolean => {
      const { calls } = one.drawn[index]!;
      const outcomes = one
        .right(index)
        .map((outcome, call) => (answer.isAt(calls[call]!) ? spoiled(outcome, answer) : outcome));
      return isStopped(one, one.drawn[index]!, outcomes);
    };
    // Only laws that have the arguments brought back see what has become of them.
    return left.filter(
      (answer) =>
        (answer.changes === 'arguments' && !one.law.echo) || !placesOf(answer).some((index) => isSeen(answer, index)),
    );
  }, answers);
}

function spoiled(outcome: Outcome, { changes, wrong }: RegionAnswer): Outcome {
  if (outcome.kind !== 'value') return outcome;
  return changes === 'answer'
    ? { ...outcome, value: wrong(outcome.value) }
    : { ...outcome, argumentsAfter: changed(outcome.argumentsAfter, wrong) };
}

const inputsAt = (drawn: readonly Drawn[], isAt: (args: Args) => boolean): readonly number[] =>
  [...drawn.keys()].filter((index) => drawn[index]!.calls.some(isAt));

/** The memories that get past all laws. */
export const survivingMemories = (memories: readonly Memory[], evidence: readonly Evidence[]): readonly Memory[] =>
  memories.filter(
    ({ key }) =>
      !evidence.some((one) => {
        const known = new Map<string, Outcome>();
        return one.drawn.some((drawn, index) => {
          const outcomes = one.right(index).map((outcome, call) => {
            const remembered = known.get(key(drawn.calls[call]!)) ?? outcome;
            known.set(key(drawn.calls[call]!), remembered);
            return remembered;
          });
          return (
            outcomes.some((outcome, call) => outcome !== one.right(index)[call]) && isStopped(one, drawn, outcomes)
          );
        });
      }),
  );
