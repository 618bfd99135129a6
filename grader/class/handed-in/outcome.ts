import type { Attempt, AttemptFile, StoredAttempt } from '../../gradebook/attempts.ts';
import type { Result } from '../../report/result.ts';

/** What there was where a submission should be. */
export type FoundInstead =
  | { readonly kind: 'no-source' }
  | { readonly kind: 'no-folder'; readonly folder: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'no-branch'; readonly branches: readonly string[]; readonly tags: readonly string[] }
  | { readonly kind: 'too-late'; readonly time: number }
  | { readonly kind: 'other-files'; readonly sought: readonly string[]; readonly names: readonly string[] };

/** What a person should look at. */
export type Flag =
  | { readonly kind: 'tampered'; readonly files: readonly string[] }
  | { readonly kind: 'edition'; readonly files: readonly string[] }
  | { readonly kind: 'rewritten' }
  | { readonly kind: 'backdated' }
  | { readonly kind: 'postdated' }
  | { readonly kind: 'crashed'; readonly tasks: readonly string[] }
  | { readonly kind: 'pointer'; readonly files: readonly string[] }
  | { readonly kind: 'untouched' };

/** What an attempt says besides its points. */
export interface AttemptDetails {
  readonly flags: readonly Flag[];
  /** Where the commit was found, and its own date. Milliseconds. */
  readonly branch?: string;
  readonly time?: number;
  readonly due?: number | null;
  readonly found?: FoundInstead;
  /** Why the grader failed. */
  readonly reason?: string;
}

export type ClassAttempt = Attempt<AttemptDetails>;
export type StoredClassAttempt = StoredAttempt<AttemptDetails>;

/** An attempt, and the files that it was made with. */
export interface Outcome {
  readonly attempt: ClassAttempt;
  readonly files: readonly AttemptFile[];
}

export const resultOf = ({ result }: Pick<ClassAttempt, 'result'>): Result | undefined =>
  result === null ? undefined : (JSON.parse(result) as Result);
