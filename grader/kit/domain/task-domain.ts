import type { Distribution } from '../draws/distribution.ts';
import { everywhereLaw } from '../laws/law.ts';
import { once } from '../once.ts';
import { remembered } from '../remembered.ts';
import type { Task } from '../task.ts';
import { type Difference, firstDifference, type Tolerance } from '../values/compare.ts';
import { type Data, largestIn } from '../values/data.ts';
import type { Domain, Landmark } from './domain.ts';
import { inputs, type Parts } from './inputs.ts';
import { differenceWithin } from './kinds/difference-within.ts';

/**
 * Where answers to one task are demanded, and how exactly. From it the grader makes the law that it asks by itself, and
 * `verify` the wrong answers by which it proves that every landmark is asked about.
 */
export interface TaskDomain<Args extends readonly unknown[] = readonly Data[], Answer = unknown> {
  readonly task: Task<readonly never[], Answer>;
  /** Of the law that the grader asks. */
  readonly id: string;
  readonly domain: Domain<Args>;
  /** Of the domain, and those that the author names; made when they are asked for first. */
  readonly landmarks: () => readonly Landmark<Args>[];
  readonly named: readonly Landmark<Args>[];
  /** Where an answer leaves the right one; undefined for a task whose answers are random, which the author's laws judge. */
  readonly compare: ((args: Args, expected: Answer, received: Answer) => Difference | undefined) | undefined;
  /** How far the numbers of a right answer to these arguments may be off: relative to each, and the farthest besides. */
  readonly room: (args: Args, expected: Answer) => Tolerance;
  /** Whether a difference that is plain elsewhere may be none: rounding is bounded number by number, or the author compares. */
  readonly hasRounding: boolean;
  /** What answers are drawn from, if they are random and the grader is to ask about it. */
  readonly distribution: ((args: Args) => Distribution) | undefined;
  /** How many inputs are drawn over the whole domain, beside the landmarks. */
  readonly draws: number | undefined;
}

/** What an author says of a task's domain; see {@link domain}. */
export interface DomainOptions<Args extends readonly unknown[], Answer> {
  /** Of the law that the grader asks, if the assignment's catalogue has a sentence for it that says more than ours. */
  readonly id?: string;
  /** How far from the reference a right answer may be, with its reason beside it. */
  readonly tolerance?: Tolerance | ((args: Args, expected: Answer) => Tolerance);
  /**
   * What rounding may do to each number of the answer, in the answer's shape, beside the tolerance: a bound that is derived
   * for the arguments at hand. Computed only if the tolerance alone is not kept. Beside `compare` it judges nothing, and
   * says how near to a known mistake an answer has to be that is called by its name.
   */
  readonly rounding?: (...args: Args) => unknown;
  /** Judges in place of all these. */
  readonly compare?: (args: Args, expected: Answer, received: Answer) => Difference | undefined;
  /**
   * What every number of an answer is drawn from, each by itself, for a task whose answers are random: the grader asks at
   * all landmarks whether they are.
   */
  readonly distribution?: (...args: Args) => Distribution;
  /** Answers are drawn, and what from is for laws of the author's to ask. Landmarks are proved. */
  readonly isRandom?: boolean;
  /** How many inputs are drawn over the whole domain: 400 of numbers, 24 of lists and nets, if nothing is said. */
  readonly draws?: number;
  /** Places that depend on several arguments: a norm that is exactly the limit. */
  readonly landmarks?: readonly Landmark<Args>[];
}

/** Nine digits, where nothing is summed and nothing cancels. */
const nineDigits: Tolerance = { relative: 1e-9, absolute: 0 };

/**
 * The domain of a task: `domain(t.step, [vector, (([theta]) => vectorLike(theta)), real({ from: 0, to: 10 })])`.
 *
 * @param task the task
 * @param of the arguments' domains in their order, or one domain of all of them
 * @param options how near an answer must be, and what else is asked
 */
export function domain<Args extends readonly unknown[], Answer>(
  task: Task<Args, Answer>,
  of: Parts<Args> | Domain<Args>,
  {
    id = everywhereLaw,
    tolerance = nineDigits,
    rounding,
    compare,
    distribution,
    isRandom = distribution !== undefined,
    draws,
    landmarks = [],
  }: DomainOptions<Args, Answer> = {},
): TaskDomain {
  const whole = isDomain(of) ? of : inputs<Args>(task.parameters as { readonly [K in keyof Args]: string }, of);
  const roundingAt = rounding && remembered((args: Args) => rounding(...args) as Data);
  const toleranceAt = (args: Args, expected: Answer): Tolerance =>
    typeof tolerance === 'function' ? tolerance(args, expected) : tolerance;
  const within = (args: Args, expected: Answer, received: Answer): Difference | undefined => {
    const bound = toleranceAt(args, expected);
    const [right, other] = [expected as Data, received as Data];
    return roundingAt
      ? differenceWithin(right, other, bound, () => roundingAt(args))
      : firstDifference(right, other, bound);
  };
  const typed: TaskDomain<Args, Answer> = {
    task: task as unknown as Task<readonly never[], Answer>,
    id,
    domain: whole,
    landmarks: once(() => [...whole.landmarks, ...landmarks]),
    named: landmarks,
    room(args, expected) {
      const { relative, absolute } = toleranceAt(args, expected);
      return { relative, absolute: absolute + (roundingAt ? largestIn(roundingAt(args)) : 0) };
    },
    hasRounding: rounding !== undefined || compare !== undefined,
    compare: isRandom ? undefined : (compare ?? within),
    distribution: distribution && ((args) => distribution(...args)),
    draws,
  };
  // As with laws: a list of domains has no common type of arguments and answers.
  return typed as unknown as TaskDomain;
}

const isDomain = <Args extends readonly unknown[]>(of: Parts<Args> | Domain<Args>): of is Domain<Args> =>
  'landmarks' in of;
