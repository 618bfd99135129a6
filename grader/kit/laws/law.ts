import type { Arbitrary } from 'fast-check';
import type { Task } from '../task.ts';
import type { Tolerance } from '../values/compare.ts';
import type { Data, Interval } from '../values/data.ts';
import type { Shape } from '../values/shape.ts';

/** How an answer breaks a law, as data; the words are in the assignment's catalogue under the law's id. */
export interface Violation {
  readonly expected: Data | Interval;
  readonly received: Data;
  /** Which of the law's calls shows it; the first where nothing is said. */
  readonly call?: number;
  /** Where in the answer: `[1].weights[0][2]`. */
  readonly path?: string;
  /** What the two numbers are, where they are computed out of answers: `σ(z) + σ(−z)`. */
  readonly quantity?: string;
  /** What is wrong there, where it is not simply the value. A key of the grader's catalogue. */
  readonly kind?: 'value' | 'length' | 'argument-changed' | 'not-repeatable';
}

/** What came back from the calls that a law asked for, in the law's order. */
export interface Answers<Answer> {
  readonly values: readonly Answer[];
  /** The arguments as they stood after each call; empty unless the law sets `echo`. */
  readonly argumentsAfter: readonly (readonly Data[])[];
}

/**
 * A property of one task: for every input, the values returned by `calls(input)` satisfy `check`.
 *
 * All of it is a pure function of its input, so that the grader can ask many calls in one frame, shrink a failure by
 * asking again, and put a misconception in the student's place.
 */
export interface Law<Input = unknown, Args extends readonly unknown[] = readonly Data[], Answer = unknown> {
  readonly id: string;
  readonly task: string;
  /** Laws of a task that name the same evidence share inputs and calls, and are judged on the same answers; see `sample`. */
  readonly evidence: string;
  readonly returns: Shape<Answer>;
  readonly inputs: Arbitrary<Input>;
  readonly runs: number;
  /** The inputs at a seed, where they are not drawn one by one from `inputs`, which then only makes them smaller. */
  readonly cases?: ((seed: number) => readonly Input[]) | undefined;
  /** The grader's own, out of a task's domain or of what a sample brings back: no author writes, words or proves it. */
  readonly isOfGrader?: boolean;
  /** What breaks it is not made smaller; nor is what breaks a statistical law. */
  readonly staysAsDrawn?: boolean;
  /** It is asked in the realm of the law before it, whose state it may well meet; others begin in one of their own. */
  readonly goesOn?: boolean;
  /** The argument lists of the calls that are made for an input. */
  readonly calls: (input: Input) => readonly Args[];
  /** How the answers break the law; undefined if they do not. */
  readonly check: (input: Input, answers: Answers<Answer>) => Violation | undefined;
  /** Bring the arguments back after the call. */
  readonly echo: boolean;
  /** The probability that a correct implementation violates the law by chance: 0 for an exact law, a share of the report's error budget for a statistical one. */
  readonly alpha: number;
  /** Its inputs also serve to tell misconceptions apart, by the answers or, where these are random, by a fingerprint. */
  readonly probes: boolean;
  readonly fingerprint: Fingerprint<Input, Answer> | undefined;
}

/** Summary statistics of a random result that do not depend on the individual draws, each with about the same relative error. */
export interface Fingerprint<Input, Answer> {
  /** The statistics of the answers to one input. */
  readonly features: (input: Input, answers: Answers<Answer>) => readonly number[];
  /** Within this, two fingerprints are of one distribution. */
  readonly tolerance: Tolerance;
}

/** What an author says of a law; see {@link law}. */
export interface LawOptions<Input, Args extends readonly unknown[], Answer> {
  /** What is drawn for it: by fast-check, or from the domain of its task. */
  readonly inputs: Arbitrary<Input>;
  /** The inputs at a seed, where they are not drawn one by one. */
  readonly cases?: Law<Input>['cases'];
  /** The argument lists of the calls that are made for an input. */
  readonly calls: (input: Input) => readonly (readonly [...NoInfer<Args>])[];
  /** How the answers break the law; undefined if they do not. */
  readonly check: (input: Input, answers: Answers<Answer>) => Violation | undefined;
  /** How many inputs are drawn: 100, if nothing is said; 40 where the grader asks all over the domain besides. */
  readonly runs?: number;
  /** Whether the arguments are brought back after each call. */
  readonly echo?: boolean;
  /** The probability that a correct answer breaks it by chance; 0, if nothing is said. */
  readonly alpha?: number;
  /** Whether its inputs tell misconceptions apart, too. */
  readonly probes?: boolean;
  readonly fingerprint?: Fingerprint<Input, Answer>;
}

/**
 * As many inputs has a law that says nothing else.
 *
 * @internal
 */
export const usualRuns = 100;

/**
 * A law of the author's own: whatever can be said of the answers to some calls, f(−x) = −f(x), say.
 *
 * Its id is a key of the assignment's catalogue, which has its sentence.
 *
 * @param id its key in the catalogue
 * @param of the task
 * @param options inputs, the calls for each, and what must hold of the answers
 */
export function law<Input, Args extends readonly unknown[], Answer>(
  id: string,
  of: Task<Args, Answer>,
  { runs = usualRuns, echo = false, alpha = 0, probes = false, fingerprint, ...rest }: LawOptions<Input, Args, Answer>,
): Law {
  const { id: task, returns } = of;
  const typed: Law<Input, readonly [...NoInfer<Args>], Answer> = {
    id,
    task,
    evidence: id,
    returns,
    runs,
    echo,
    alpha,
    probes,
    fingerprint,
    ...rest,
  };
  // The types of one law hold together by construction; a list of laws has no common Input, so they end here.
  return typed as unknown as Law;
}

/**
 * What the law is called that holds answers against the reference, all over a task's domain.
 *
 * @internal
 */
export const everywhereLaw = 'everywhere';
