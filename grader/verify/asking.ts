import type { Drawn } from '../check/check-law.ts';
import { judgeInput } from '../check/judge-input.ts';
import { localAnswer } from '../diagnose/local-answer.ts';
import { isIdentical, type Law } from '../kit.ts';
import type { Candidate, Stop } from './trial.ts';

/** What came of a law's calls for one input. */
export type Outcomes = readonly ReturnType<typeof localAnswer>[];

/** What is answered to an input of a law; `index`: its place among those that were drawn. */
export type Asked = (drawn: Drawn, index: number) => Outcomes;

/** What a law's calls come to, asked as they are needed, and once for all laws that are judged on the same answers. */
export function asking({ answer, departsAt }: Candidate, right: (law: Law) => Asked | undefined): (law: Law) => Asked {
  const known = new Map<string, Outcomes[]>();
  return (law) => {
    const answered = known.get(law.evidence) ?? [];
    known.set(law.evidence, answered);
    return (drawn, index) => {
      const found = answered[index];
      if (found) return found;
      const outcomes: Outcomes[number][] = [];
      for (const args of drawn.calls) {
        const isRight = departsAt?.(...(args as never[])) === false;
        const rightOne = isRight ? right(law)?.(drawn, index)[outcomes.length] : undefined;
        outcomes.push(rightOne ?? localAnswer(answer, args));
      }
      answered[index] = outcomes;
      return outcomes;
    };
  };
}

/**
 * Where a law stops an answer. What the reference answers as well, and it passes, is not judged again, and where an answer
 * says that it departs from the reference nowhere, it is not even asked.
 */
export function stopOf(
  law: Law,
  { departsAt }: Candidate,
  drawn: readonly Drawn[],
  asked: Asked,
  right: Asked | undefined,
): Stop['found'] | undefined {
  for (const index of right ? departures(drawn, departsAt) : drawn.keys()) {
    const one = drawn[index]!;
    const outcomes = asked(one, index);
    if (right && areIdentical(law, outcomes, right(one, index))) continue;
    try {
      const failure = judgeInput(law, one.input, outcomes);
      if (failure) return { failure, index };
    } catch (error) {
      // A student who answers so would be told that the grader failed.
      return { lawError: String(error) };
    }
  }
  return undefined;
}

/** Where an answer departs from the right one: anywhere, if it says nothing. */
function departures(drawn: readonly Drawn[], departsAt: Candidate['departsAt']): Iterable<number> {
  if (departsAt === undefined) return drawn.keys();
  const found: number[] = [];
  for (let index = 0; index < drawn.length; index++) {
    if (drawn[index]!.calls.some((args) => departsAt(...(args as never[])))) found.push(index);
  }
  return found;
}

/** What became of the arguments is brought back for the laws that look at it. */
const areIdentical = ({ echo }: Law, some: Outcomes, others: Outcomes): boolean =>
  some.every((one, call) => {
    const other = others[call];
    return (
      one === other ||
      (one.kind === 'value' &&
        other?.kind === 'value' &&
        isIdentical(one.value, other.value) &&
        (!echo || isIdentical(one.argumentsAfter, other.argumentsAfter)))
    );
  });
