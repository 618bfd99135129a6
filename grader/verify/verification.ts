import type { Failure } from '../check/failure.ts';

/** The criteria that an assignment must meet before anyone is graded with it; see docs/verify.md. */
export const pointNames = [
  'reference',
  'stub',
  'trivial',
  'misconceptions',
  'laws',
  'rightAnswers',
  'falseFails',
  'texts',
  'regions',
] as const;
export type PointName = (typeof pointNames)[number];

/** Why a point does not hold. Keys of the message catalogue, which says what to do about each. */
export type ProblemCode =
  | 'right-answer-fails'
  | 'reference-fails-in-sandbox'
  | 'law-throws'
  | 'stub-is-not-one'
  | 'trivial-answer-passes'
  | 'misconception-survives'
  | 'misdiagnosed'
  | 'told-apart'
  | 'right-diagnosed'
  | 'too-few-named'
  | 'mutant-survives'
  | 'law-not-needed'
  | 'no-proof'
  | 'too-few-ways'
  | 'right-reports-fail'
  | 'alpha-too-large'
  | 'not-loadable'
  | 'points-sum'
  | 'id-twice'
  | 'unknown-task'
  | 'no-language'
  | 'no-file'
  | 'bad-file'
  | 'stray-file'
  | 'no-stub'
  | 'stub-parameters'
  | 'statement-without'
  | 'statement-points'
  | 'statement-call'
  | 'misnamed'
  | 'formula-unshown'
  | 'no-hints'
  | 'hint-levels'
  | 'stray-hints'
  | 'hint-repeats'
  | 'hint-solves'
  | 'worked-unread'
  | 'worked-value'
  | 'worked-throws'
  | 'wrong-sum'
  | 'no-words'
  | 'stray-words'
  | 'placeholders-differ'
  | 'region-survives'
  | 'landmark-unreachable'
  | 'tolerance-wide';

export interface Problem {
  readonly code: ProblemCode;
  /** A file, or a task and what of it. */
  readonly where: string;
  readonly values: Readonly<Record<string, string | number>>;
  /** The counterexample, where an answer of ours failed. */
  readonly failure?: Failure & { readonly task: string };
}

/** One of the nine points: what was counted, and what keeps it from holding. */
export interface Point {
  readonly name: PointName;
  readonly figures: Readonly<Record<string, number | null>>;
  readonly problems: readonly Problem[];
  /** Point 4: the sets of misconceptions, by id, that come out together, because no probe tells them apart. */
  readonly confused?: readonly (readonly string[])[];
}

/** An assignment held against the nine points; those that could not be examined are left out. */
export interface Verification {
  readonly assignment: string;
  readonly seed: number;
  /** So many seeds from `seed` on. */
  readonly runs: number;
  readonly points: readonly Point[];
}

/** Whether every point was examined and holds. */
export const isProved = ({ points }: Verification): boolean =>
  pointNames.every((name) => points.some((point) => point.name === name && point.problems.length === 0));

export const problem = (code: ProblemCode, where: string, values: Problem['values'] = {}): Problem => ({
  code,
  where,
  values,
});
