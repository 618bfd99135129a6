import type { Entry } from '../handed-in/entry.ts';
import { findHandedIn, soughtFiles } from '../handed-in/handed-in.ts';
import type { FoundInstead, Outcome } from '../handed-in/outcome.ts';
import { type Submission, submissionsOf } from '../handed-in/submissions.ts';
import { tampering } from '../handed-in/tampering.ts';
import type { Subject } from '../subjects.ts';
import { gradeHandedIn } from './grade-handed-in.ts';
import type { GradingContext } from './grading-context.ts';
import { notHandedIn } from './no-verdict.ts';

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
