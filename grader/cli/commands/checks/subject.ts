import path from 'node:path';
import { fill } from '../../../catalogue/catalogue.ts';
import type { Graded, GradeRequest } from '../../../grade/grade-files.ts';
import { titleIn } from '../../../load/assignment/manifest.ts';
import { type Predictions, readPredictions } from '../../../load/submission/predictions.ts';
import { readSubmission } from '../../../load/submission/submission.ts';
import type { Reported } from '../../../report/formats/task-text.ts';
import { writeReport } from '../../../report/write-report.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import type { Session, Subject } from './session.ts';

/** What the engine is asked for: one assignment, or some of its tasks, with the files as they are now. */
export function requestFor(
  { seed, tampered, messages, host, inFull }: Session,
  { assignment, words, submission, root }: Subject,
  only: readonly string[],
): GradeRequest {
  const files = readSubmission(submission, assignment.manifest, path.join(assignment.folder, 'src'), root);
  return { assignment, files, only, seed, words: { messages, assignment: words }, host, tampered, inFull };
}

/** Says on standard error what is being graded, and by which seed. */
export const announce = ({ seed, messages }: Session, { assignment }: Subject, terminal: Terminal): void =>
  terminal.err(`${fill(messages.progress.checking, { assignment: assignment.manifest.id, seed })}\n`);

/** What an assignment is called in the language of the session. */
export const titleOf = ({ language }: Session, { assignment: { manifest } }: Subject): string =>
  titleIn(manifest, language);

/** What the student expected, as the file beside theirs has it now. */
export const predictionsOf = ({ assignment: { manifest }, submission }: Subject): Predictions | undefined =>
  readPredictions(
    submission,
    manifest.tasks.map(({ id }) => id),
  );

/** Writes the result, and the report that is a view of it. */
export const writeReports = (session: Session, subject: Subject, graded: Graded): Promise<Reported> =>
  writeReport({
    ...graded,
    assignment: subject.assignment,
    predictions: predictionsOf(subject),
    title: titleOf(session, subject),
    language: session.language,
    messages: session.messages,
    words: subject.words,
    folder: subject.folder,
  });
