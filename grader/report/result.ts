import { NablaError } from '../errors.ts';
import type { Status } from '../judge/status.ts';
import { createValidator } from '../schema/validator.ts';
import { visible } from './hostile-text.ts';
import isValid from './result.schema.json?validator';

export interface Counterexample {
  readonly call: string;
  readonly expected: string;
  readonly received: string;
}

/**
 * One thing that is known of a mistake: a misconception that answers as the student does, wherever it was asked or where
 * the answer is wrong; what is seen without a name; another variant, whose answers these are.
 */
export type Diagnosis = { readonly title: string } & (
  | { readonly misconception: string; readonly agrees: 'everywhere' | 'where-wrong' }
  | { readonly description: string }
  | { readonly variant: string }
);

export interface TaskResult {
  readonly id: string;
  readonly file: string;
  readonly status: Status;
  readonly points: number;
  readonly maxPoints: number;
  readonly law?: string;
  readonly message?: string;
  /** Where in the student's own file: `sigmoid.ts:12:5`. */
  readonly position?: string;
  /** That line of the student's, and below it a caret under the column. */
  readonly source?: string;
  readonly counterexample?: Counterexample;
  /** What is known of the mistake, the likeliest first. */
  readonly diagnosis?: readonly Diagnosis[];
  /** Tasks of the student's that were replaced by right ones for this verdict. */
  readonly replaced?: readonly string[];
  /** What the student's code printed. */
  readonly printed?: string;
  readonly replay?: string;
  readonly durationMs: number;
}

/** The truth about one check; every report is a view of it. */
export interface Result {
  readonly formatVersion: 1;
  readonly assignment: string;
  readonly variant: { readonly id: string; readonly parameters: Readonly<Record<string, unknown>> } | null;
  readonly seed: number;
  readonly points: number;
  readonly maxPoints: number;
  readonly durationMs: number;
  readonly sandbox: 'local' | 'strict' | 'page';
  /** Why the strict sandbox was not to be had, where it would have been taken. */
  readonly notStrict?: 'not-linux' | 'no-bubblewrap' | 'no-prlimit' | 'no-namespaces';
  readonly submission: { readonly files: Readonly<Record<string, string>> };
  /** Files of the handout that are not as they were handed out. It changes no points by itself. */
  readonly tampered?: readonly string[];
  readonly tasks: readonly TaskResult[];
}

const validate = createValidator<Result>(isValid, 'bad-result');

/** The result that a file holds. Throws `bad-result`. */
export const parseResult = (text: string, file: string): Result => validate(text, file);

/** The text of result.json, once it has been held against its schema. Throws `bad-result`: then there is no verdict. */
export function resultText(result: Result, file: string): string {
  const text = visible(`${JSON.stringify(result, null, 2)}\n`);
  const { points, maxPoints, tasks } = validate(text, file);
  const sum = (of: 'points' | 'maxPoints'): number => tasks.reduce((total, task) => total + task[of], 0);
  if (sum('points') !== points || sum('maxPoints') !== maxPoints) {
    throw new NablaError('bad-result', 'points-total', { file });
  }
  return text;
}
