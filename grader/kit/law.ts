import type { Arbitrary } from 'fast-check';
import { exact, firstDifference, isIdentical, type Tolerance } from './compare.ts';
import type { Data, Interval } from './data.ts';
import { remembered } from './remembered.ts';
import type { Shape } from './shape.ts';
import type { Task } from './task.ts';

/** How a law was broken, as data; the words are in the assignment's catalogue under the law's id. */
export interface Violation {
  readonly expected: Data | Interval;
  readonly received: Data;
  /** Which of the law's calls shows it; the first where nothing is said. */
  readonly call?: number;
  /** Where in the answer: `[1].weights[0][2]`. */
  readonly path?: string;
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
 * A property of one task: for every input, the answers to `calls(input)` satisfy `check`.
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
  /** Made by the grader out of a task's domain. */
  readonly isOfDomain?: boolean;
  /** It is asked in the realm of the law before it, whose state it may well meet; others begin in one of their own. */
  readonly goesOn?: boolean;
  readonly calls: (input: Input) => readonly Args[];
  readonly check: (input: Input, answers: Answers<Answer>) => Violation | undefined;
  /** Bring the arguments back after the call. */
  readonly echo: boolean;
  /** The chance that a right answer breaks it: 0 for an exact law, a share of the report's budget for a statistical one. */
  readonly alpha: number;
  /** Its inputs also serve to tell misconceptions apart, by the answers or, where these are random, by a fingerprint. */
  readonly probes: boolean;
  readonly fingerprint: Fingerprint<Input, Answer> | undefined;
}

/** What stays of a random answer when the draws are forgotten: estimates, each with about the same relative error. */
export interface Fingerprint<Input, Answer> {
  readonly features: (input: Input, answers: Answers<Answer>) => readonly number[];
  /** Within this, two fingerprints are of one distribution. */
  readonly tolerance: Tolerance;
}

export interface LawOptions<Input, Args extends readonly unknown[], Answer> {
  readonly inputs: Arbitrary<Input>;
  readonly cases?: Law<Input>['cases'];
  readonly calls: (input: Input) => readonly NoInfer<Args>[];
  readonly check: (input: Input, answers: Answers<Answer>) => Violation | undefined;
  readonly runs?: number;
  readonly echo?: boolean;
  readonly alpha?: number;
  readonly probes?: boolean;
  readonly fingerprint?: Fingerprint<Input, Answer>;
}

/** As many inputs has a law that says nothing else. */
export const usualRuns = 100;

/** Any property. */
export function law<Input, Args extends readonly unknown[], Answer>(
  id: string,
  of: Task<Args, Answer>,
  { runs = usualRuns, echo = false, alpha = 0, probes = false, fingerprint, ...rest }: LawOptions<Input, Args, Answer>,
): Law {
  const { id: task, returns } = of;
  const typed: Law<Input, Args, Answer> = {
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

/** f(x) = expected(x) for every x, within a tolerance that may depend on x. */
export function equals<Args extends readonly unknown[], Answer>(
  id: string,
  of: Task<Args, Answer>,
  options: {
    readonly inputs: Arbitrary<Args>;
    readonly expected: (...args: Args) => Answer;
    readonly tolerance?: Tolerance | ((args: Args, expected: Answer) => Tolerance);
    readonly runs?: number;
    readonly probes?: boolean;
  },
): Law {
  const { expected, tolerance = exact, ...rest } = options;
  const rightAnswer = remembered((args: Args) => expected(...args));
  return law(id, of, {
    ...rest,
    calls: (args) => [args],
    check(args, { values }) {
      const right = rightAnswer(args);
      const bound = typeof tolerance === 'function' ? tolerance(args, right) : tolerance;
      const difference = firstDifference(right as Data, values[0] as Data, bound);
      return difference && { ...difference };
    },
  });
}

/** What the law is called that every function has to obey. */
export const pureLaw = 'pure';

/** What the law is called that holds answers against the reference, all over a task's domain. */
export const everywhereLaw = 'everywhere';

/** What an answer has changed of its arguments, or that the second answer to the same arguments is another one. */
export function impurityIn(
  { parameters }: Pick<Task, 'parameters'>,
  args: readonly unknown[],
  { values, argumentsAfter }: Answers<unknown>,
): Violation | undefined {
  for (const [call, after] of argumentsAfter.entries()) {
    const changed = after.findIndex((value, index) => !isIdentical(args[index] as Data, value));
    if (changed < 0) continue;
    const path = parameters[changed] ?? '';
    return { kind: 'argument-changed', call, path, expected: args[changed] as Data, received: after[changed] };
  }
  const [first, ...more] = values as readonly Data[];
  const call = 1 + more.findIndex((other) => !isIdentical(first, other));
  return call === 0 ? undefined : { kind: 'not-repeatable', call, expected: first, received: values[call] as Data };
}

/** The function changes none of its arguments and gives the same answer for the same arguments. */
export function pure<Args extends readonly unknown[], Answer>(
  of: Task<Args, Answer>,
  inputs: Arbitrary<Args>,
  runs = 30,
): Law {
  return law(pureLaw, of, {
    inputs,
    runs,
    echo: true,
    calls: (args) => [args, args],
    check: (args, answers) => impurityIn(of, args, answers),
  });
}
