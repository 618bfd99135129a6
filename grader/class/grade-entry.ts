import type { Messages } from '../catalogue/catalogue.ts';
import { type Graded, type GradeRequest, gradeFiles } from '../grade/grade-files.ts';
import type { Host } from '../grade/host.ts';
import type { AttemptFile } from '../gradebook/attempts.ts';
import type { Handout } from '../handout/digests.ts';
import type { Language } from '../load/manifest.ts';
import { resultText } from '../report/result.ts';
import { renderReport } from '../report/write-report.ts';
import type { Entry } from './entry.ts';
import { findHandedIn, forEngine, soughtFiles } from './handed-in.ts';
import { pointsAfter } from './late-rule.ts';
import type { AttemptDetails, ClassAttempt, Flag, FoundInstead, Outcome } from './outcome.ts';
import type { Subject } from './subjects.ts';
import { type Submission, type SubmissionContext, submissionsOf } from './submissions.ts';
import { type EditionOf, tampering } from './tampering.ts';

/** All that grading one student needs besides the student. */
export interface GradingContext extends SubmissionContext {
  readonly subjectOf: (slug: string, variant: string | null) => Promise<Subject>;
  readonly host: Host;
  readonly seed: number;
  readonly language: Language;
  readonly messages: Messages;
  /** The version of this grader. */
  readonly grader: string;
  readonly isOnlyOne: boolean;
  readonly handout: Handout | null;
  readonly editionOf: EditionOf;
}

/** What came of a student in one assignment: an outcome for each submission that may count, or that there is none. */
export async function gradeEntry(entry: Entry, context: GradingContext): Promise<readonly Outcome[]> {
  const subject = await context.subjectOf(entry.assignment, entry.variant);
  const submissions = await submissionsOf(entry, context);
  if (!Array.isArray(submissions)) return [notHandedIn(entry, subject, context, submissions as FoundInstead)];
  const outcomes: Outcome[] = [];
  for (const submission of submissions as readonly Submission[]) {
    outcomes.push(await gradeSubmission(entry, subject, submission, context));
  }
  return outcomes;
}

async function gradeSubmission(
  entry: Entry,
  subject: Subject,
  submission: Submission,
  context: GradingContext,
): Promise<Outcome> {
  const { manifest, folder } = subject.assignment;
  const sought = { slug: manifest.id, manifest, isOnlyOne: context.isOnlyOne };
  const handedIn = await findHandedIn(submission.source, sought);
  if ('names' in handedIn) {
    const found: FoundInstead =
      handedIn.names.length === 0
        ? { kind: 'empty' }
        : { kind: 'other-files', sought: soughtFiles(manifest), names: handedIn.names };
    return notHandedIn(entry, subject, context, found, submission);
  }
  const { handout, editionOf } = context;
  const own = { slug: manifest.id, manifest, folder };
  const flags =
    handedIn.root === undefined
      ? []
      : await tampering(submission.source, handedIn.root, own, handout, (theirs) => editionOf(theirs, entry.variant));
  return gradeHandedIn(
    entry,
    subject,
    { ...submission, flags: [...submission.flags, ...flags] },
    handedIn.files,
    context,
  );
}

/** Grades files that were handed in: once, or again from the gradebook. */
export async function gradeHandedIn(
  entry: Entry,
  subject: Subject,
  { commit, branch, time, late, flags }: Omit<Submission, 'source'>,
  files: readonly AttemptFile[],
  context: Pick<GradingContext, 'host' | 'seed' | 'language' | 'messages' | 'grader' | 'rule'>,
): Promise<Outcome> {
  const { assignment, words, title } = subject;
  const { host, seed, language, messages, grader, rule } = context;
  const tampered = flags.flatMap((flag) => (flag.kind === 'tampered' ? flag.files : []));
  const request: GradeRequest = {
    assignment,
    files: await forEngine(files, assignment.manifest, assignment.folder),
    seed,
    words: { messages, assignment: words },
    host,
    tampered,
  };
  const { result, aids } = await gradedSteadily(request);
  const { points: earned, maxPoints, tasks } = result;
  const crashed = tasks.filter(({ status }) => status === 'crashed').map(({ id }) => id);
  const pointers = files.filter(({ content }) => isPointer(content)).map(({ name }) => name);
  const details: AttemptDetails = {
    flags: [
      ...flags,
      ...(crashed.length > 0 ? [{ kind: 'crashed' as const, tasks: crashed }] : []),
      ...(pointers.length > 0 ? [{ kind: 'pointer' as const, files: pointers }] : []),
      ...(tasks.every(({ status }) => status === 'not-started') ? [{ kind: 'untouched' as const }] : []),
    ],
    ...(branch !== undefined && { branch }),
    ...(time !== undefined && { time }),
    due: entry.due,
  };
  const attempt: ClassAttempt = {
    ...who(entry),
    status: 'graded',
    commit,
    seed,
    variant: result.variant?.id ?? null,
    grader,
    earned,
    points: pointsAfter(earned, late, rule),
    maxPoints,
    late,
    details,
    result: resultText(result, `${entry.student}: result.json`),
    report: await renderReport({ result, aids, assignment, title, language, messages, words }),
  };
  return { attempt, files };
}

const mostRuns = 3;

/** A machine that is busy is no mistake of a student's: what ran out of time is tried again, and the best run counts. */
async function gradedSteadily(request: GradeRequest): Promise<Graded> {
  let best = await gradeFiles(request);
  for (let runs = 1; runs < mostRuns && best.result.tasks.some(({ status }) => status === 'timeout'); runs++) {
    const again = await gradeFiles(request);
    if (again.result.points > best.result.points) best = again;
  }
  return best;
}

/** What stands in a repository for a file that Git LFS keeps elsewhere. */
const isPointer = (content: Uint8Array | undefined): boolean =>
  content !== undefined &&
  Buffer.from(content.subarray(0, 42)).toString() === 'version https://git-lfs.github.com/spec/v1';

const who = ({ student, assignment }: Entry): Pick<ClassAttempt, 'student' | 'assignment'> => ({ student, assignment });

function notHandedIn(
  entry: Entry,
  { assignment: { manifest } }: Subject,
  { seed, grader }: GradingContext,
  found: FoundInstead,
  submission?: Submission,
): Outcome {
  const { commit = null, branch, time, flags = [] as readonly Flag[] } = submission ?? {};
  const attempt: ClassAttempt = {
    ...who(entry),
    status: 'not-handed-in',
    commit,
    seed,
    variant: manifest.variant?.id ?? null,
    grader,
    earned: 0,
    points: 0,
    maxPoints: manifest.tasks.reduce((sum, { points }) => sum + points, 0),
    late: 0,
    details: {
      flags,
      ...(branch !== undefined && { branch }),
      ...(time !== undefined && { time }),
      due: entry.due,
      found,
    },
    result: null,
    report: null,
  };
  return { attempt, files: [] };
}

/** What is written where the grader failed again and again: no verdict, and why. */
export const notGraded = (
  entry: Entry,
  { assignment: { manifest } }: Subject,
  { seed, grader }: Pick<GradingContext, 'seed' | 'grader'>,
  reason: string,
): ClassAttempt => ({
  ...who(entry),
  status: 'not-graded',
  commit: null,
  seed,
  variant: manifest.variant?.id ?? null,
  grader,
  earned: 0,
  points: 0,
  maxPoints: manifest.tasks.reduce((sum, { points }) => sum + points, 0),
  late: 0,
  details: { flags: [], due: entry.due, reason },
  result: null,
  report: null,
});
