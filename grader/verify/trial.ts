import { drawInputs } from '../check/check-law.ts';
import type { Failure } from '../check/failure.ts';
import { judgeInput } from '../check/judge-input.ts';
import { lawSeed } from '../check/seeds.ts';
import { type Data, isIdentical, type Law, type NamedAnswer } from '../contract.ts';
import { localAnswer } from '../diagnose/local-answer.ts';

/** An answer of ours in the student's place, and what it is there for. */
export interface Candidate extends NamedAnswer {
  readonly role: 'reference' | 'right' | 'trivial' | 'misconception' | 'mutant';
}

/** A law that an answer does not get past, or one that throws where it should judge. */
export interface Stop {
  readonly law: Law;
  readonly seed: number;
  /** `index`: of the input among those that were drawn. */
  readonly found: { readonly failure: Failure; readonly index: number } | { readonly lawError: string };
}

/** What became of one answer: for each seed, the laws of its task that stopped it, as far as they were tried. */
export interface Trial {
  readonly candidate: Candidate;
  readonly stops: readonly (readonly Stop[])[];
}

export interface TrialOptions {
  readonly seeds: readonly number[];
  /** Of the laws that the reference was seen to pass at the first seed, its answers to each input. */
  readonly right?: ReadonlyMap<Law, readonly Outcomes[]>;
  readonly onStep?: (done: number, total: number) => void;
}

/**
 * Tries every answer at every seed, as a check does with a student's, but in this process and without shrinking. The
 * inputs of a law are drawn once for all of them.
 *
 * What the reference answers, and it passes, is not judged again: most wrong answers are wrong in a few places only. Where
 * one says which places these are, it is not even asked elsewhere.
 *
 * At the first seed the reference itself need not be tried where the sandbox has shown already that it passes.
 *
 * A wrong answer is tried on until a second law stops it, which shows whether one law stops it alone; but where a law
 * has been seen to be alone at this seed, the others that it stops need not be: some laws train nets.
 */
export function tryAnswers(
  assignment: string,
  laws: readonly Law[],
  candidates: readonly Candidate[],
  { seeds, right: fromSandbox = new Map(), onStep = () => {} }: TrialOptions,
): readonly Trial[] {
  const tellingFirst = laws.toSorted((a, b) => Number(isTelling(b)) - Number(isTelling(a)));
  const rows = seeds.map((seed, row) => {
    const drawn = new Map<Law, readonly unknown[]>();
    const inputsOf = (law: Law): readonly unknown[] => {
      const inputs = drawn.get(law) ?? drawInputs(law, lawSeed(seed, assignment, law));
      drawn.set(law, inputs);
      return inputs;
    };
    const alone = new Set<Law>();
    const right = new Map<Law, Asked>();
    return candidates.map((candidate, column) => {
      onStep(row * candidates.length + column, seeds.length * candidates.length);
      const isWrong = candidate.role === 'misconception' || candidate.role === 'mutant';
      const stops: Stop[] = [];
      const outcomesOf = asking(candidate, right);
      for (const law of candidate.role === 'misconception' ? tellingFirst : laws) {
        if (law.task !== candidate.task) continue;
        const graded = row === 0 ? fromSandbox.get(law) : undefined;
        if (candidate.role === 'reference' && graded?.length === inputsOf(law).length) {
          right.set(law, (_, index) => graded[index]!);
          continue;
        }
        const asked = outcomesOf(law);
        const found = stopOf(law, inputsOf(law), asked, right.get(law));
        if (found) stops.push({ law, seed, found });
        else if (candidate.role === 'reference') right.set(law, asked);
        const [first, second] = stops;
        if (first && (!isWrong || second || alone.has(first.law))) return stops;
      }
      for (const { law } of stops) alone.add(law);
      return stops;
    });
  });
  return candidates.map((candidate, column) => ({ candidate, stops: rows.map((row) => row[column]!) }));
}

/**
 * Whether misconceptions are told apart by what this law looks at: it stops nearly all of them, and where a fingerprint
 * tells, it makes no difference to the diagnosis which law stopped them.
 */
const isTelling = ({ fingerprint }: Law): boolean => fingerprint !== undefined;

/** What came of a law's calls for one input. */
export type Outcomes = readonly ReturnType<typeof localAnswer>[];
type Asked = (input: unknown, index: number) => Outcomes;

/** What a law's calls come to, asked as they are needed, and once for all laws that are judged on the same answers. */
function asking({ answer, departsAt }: Candidate, right: ReadonlyMap<Law, Asked>): (law: Law) => Asked {
  const known = new Map<string, Outcomes[]>();
  return (law) => {
    const answered = known.get(law.evidence) ?? [];
    known.set(law.evidence, answered);
    return (input, index) => {
      const askFor = (args: readonly Data[], call: number): Outcomes[number] => {
        const isRight = departsAt?.(...(args as never[])) === false;
        return (isRight ? right.get(law)?.(input, index)[call] : undefined) ?? localAnswer(answer, args);
      };
      const outcomes = answered[index] ?? law.calls(input).map(askFor);
      answered[index] = outcomes;
      return outcomes;
    };
  };
}

function stopOf(law: Law, inputs: readonly unknown[], asked: Asked, right?: Asked): Stop['found'] | undefined {
  for (const [index, input] of inputs.entries()) {
    const outcomes = asked(input, index);
    if (right && areIdentical(law, outcomes, right(input, index))) continue;
    try {
      const failure = judgeInput(law, input, outcomes);
      if (failure) return { failure, index };
    } catch (error) {
      // A student who answers so would be told that the grader failed.
      return { lawError: String(error) };
    }
  }
  return undefined;
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

/** The seeds at which it got past every law. */
export const survivals = ({ stops }: Trial, seeds: readonly number[]): readonly number[] =>
  seeds.filter((_, row) => stops[row]?.length === 0);

/** The first law that stopped it, if any did. */
export const firstStop = ({ stops }: Trial): Stop | undefined => stops.flat()[0];

/** `task/answer` */
export const nameOf = ({ candidate }: Trial): string => `${candidate.task}/${candidate.id}`;
