import { drawInputs } from '../check/check-law.ts';
import { judgeInput } from '../check/judge-input.ts';
import { lawSeed } from '../check/seeds.ts';
import type { Law, NamedAnswer } from '../contract.ts';
import { localAnswer } from '../diagnose/local-answer.ts';

/** An answer of ours in the student's place, and what it is there for. */
export interface Candidate extends NamedAnswer {
  readonly role: 'reference' | 'right' | 'trivial' | 'misconception' | 'mutant';
}

/** A law that an answer does not get past, or one that throws where it should judge. */
export interface Stop {
  readonly law: Law;
  readonly seed: number;
  readonly lawError: string | undefined;
}

/** What became of one answer: for each seed, the laws of its task that stopped it. */
export interface Trial {
  readonly candidate: Candidate;
  readonly stops: readonly (readonly Stop[])[];
}

/** One law that stops it is enough, but to see whether a law is the only one, two are needed. */
const enoughStops: Readonly<Record<Candidate['role'], number>> = {
  reference: 1,
  right: 1,
  trivial: 1,
  misconception: 2,
  mutant: 2,
};

/**
 * Tries every answer at every seed, as a check does with a student's, but in this process and without shrinking. The
 * inputs of a law are drawn once for all of them.
 */
export function tryAnswers(
  assignment: string,
  laws: readonly Law[],
  candidates: readonly Candidate[],
  seeds: readonly number[],
  onStep: (done: number, total: number) => void,
): readonly Trial[] {
  const trials = candidates.map((candidate) => ({ candidate, stops: seeds.map((): Stop[] => []) }));
  for (const [row, seed] of seeds.entries()) {
    for (const [index, law] of laws.entries()) {
      onStep(row * laws.length + index, seeds.length * laws.length);
      const inputs = drawInputs(law, lawSeed(seed, assignment, law.task, law.id));
      for (const { candidate, stops } of trials) {
        const found = stops[row]!;
        if (candidate.task !== law.task || found.length >= enoughStops[candidate.role]) continue;
        const stop = stopOf(law, inputs, candidate);
        if (stop) found.push({ law, seed, ...stop });
      }
    }
  }
  return trials;
}

function stopOf(law: Law, inputs: readonly unknown[], { answer }: Candidate): Pick<Stop, 'lawError'> | undefined {
  for (const input of inputs) {
    const outcomes = law.calls(input).map((args) => localAnswer(answer, args));
    try {
      if (judgeInput(law, input, outcomes)) return { lawError: undefined };
    } catch (error) {
      // A student who answers so would be told that the grader failed.
      return { lawError: String(error) };
    }
  }
  return undefined;
}

/** The seeds at which it got past every law. */
export const survivals = ({ stops }: Trial, seeds: readonly number[]): readonly number[] =>
  seeds.filter((_, row) => stops[row]?.length === 0);

/** The first law that stopped it, if any did. */
export const firstStop = ({ stops }: Trial): Stop | undefined => stops.flat()[0];

/** `task/answer` */
export const nameOf = ({ candidate }: Trial): string => `${candidate.task}/${candidate.id}`;
