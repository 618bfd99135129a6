import { filesOf } from '../../gradebook/attempts.ts';
import type { Statements } from '../../gradebook/database.ts';
import type { Entry } from '../handed-in/entry.ts';
import { type Outcome, resultOf, type StoredClassAttempt } from '../handed-in/outcome.ts';
import { gradeHandedIn } from './grade-handed-in.ts';
import type { GradingContext } from './grading-context.ts';

/** Grades an attempt again from what the gradebook has of it: the same files, commit and seed. */
export async function gradeAgain(
  queries: Statements,
  entry: Entry,
  attempt: StoredClassAttempt,
  context: Omit<GradingContext, 'seed'>,
): Promise<Outcome> {
  const { commit, late, seed, details } = attempt;
  const { flags, branch, time } = details;
  const subject = await context.subjectOf(entry.assignment, entry.variant);
  const derived = ['crashed', 'pointer', 'untouched'];
  const submission = {
    commit,
    late,
    flags: flags.filter(({ kind }) => !derived.includes(kind)),
    ...(branch !== undefined && { branch }),
    ...(time !== undefined && { time }),
  };
  const files = await filesOf(queries, attempt.id);
  return gradeHandedIn(entry, subject, submission, files, { ...context, seed });
}

/** A result without what no two runs have in common. */
export const timeless = (result: string | null): string =>
  JSON.stringify(JSON.parse(result ?? 'null'), (key, value) => (key === 'durationMs' ? undefined : value));

/** Results that do not depend on how busy a machine is. */
const isSteady = (attempt: StoredClassAttempt): boolean =>
  resultOf(attempt)?.tasks.every(({ status }) => status !== 'timeout' && status !== 'crashed') ?? false;

/** Some attempts of a run, spread over the class by its seed. */
export function sampleOf(
  attempts: readonly StoredClassAttempt[],
  size: number,
  seed: number,
): readonly StoredClassAttempt[] {
  const steady = attempts.filter((attempt) => attempt.status === 'graded' && isSteady(attempt));
  const stride = Math.max(1, Math.floor(steady.length / size));
  return steady.filter((_, at) => at % stride === seed % stride).slice(0, size);
}
