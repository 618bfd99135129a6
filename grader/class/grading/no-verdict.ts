import type { Entry } from '../handed-in/entry.ts';
import type { ClassAttempt, Flag, FoundInstead, Outcome } from '../handed-in/outcome.ts';
import type { Submission } from '../handed-in/submissions.ts';
import type { Subject } from '../subjects.ts';

interface Grader {
  readonly seed: number;
  /** Its version. */
  readonly grader: string;
}

/** The student and the assignment that an attempt is of. */
export const who = ({ student, assignment }: Entry): Pick<ClassAttempt, 'student' | 'assignment'> => ({
  student,
  assignment,
});

/** What every attempt has on which there is no verdict. */
const noVerdict = (entry: Entry, { assignment: { manifest } }: Subject, { seed, grader }: Grader) => ({
  ...who(entry),
  seed,
  variant: manifest.variant?.id ?? null,
  grader,
  earned: 0,
  points: 0,
  maxPoints: manifest.tasks.reduce((sum, { points }) => sum + points, 0),
  late: 0,
  result: null,
  report: null,
});

/** What is written where nothing was handed in, or something else: no points, and what was found. */
export function notHandedIn(
  entry: Entry,
  subject: Subject,
  grader: Grader,
  found: FoundInstead,
  submission?: Submission,
): Outcome {
  const { commit = null, branch, time, flags = [] as readonly Flag[] } = submission ?? {};
  const details = {
    flags,
    ...(branch !== undefined && { branch }),
    ...(time !== undefined && { time }),
    due: entry.due,
    found,
  };
  const attempt: ClassAttempt = { ...noVerdict(entry, subject, grader), status: 'not-handed-in', commit, details };
  return { attempt, files: [] };
}

/** What is written where the grader failed again and again: no verdict, and why. */
export const notGraded = (entry: Entry, subject: Subject, grader: Grader, reason: string): ClassAttempt => ({
  ...noVerdict(entry, subject, grader),
  status: 'not-graded',
  commit: null,
  details: { flags: [], due: entry.due, reason },
});
