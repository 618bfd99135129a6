import { type Graded, type GradeRequest, gradeFiles } from '../../grade/grade-files.ts';
import type { AttemptFile } from '../../gradebook/attempts.ts';
import { resultText } from '../../report/result.ts';
import { renderReport } from '../../report/write-report.ts';
import type { Entry } from '../handed-in/entry.ts';
import { forEngine, predictionsIn } from '../handed-in/handed-in.ts';
import type { AttemptDetails, ClassAttempt, Outcome } from '../handed-in/outcome.ts';
import type { Submission } from '../handed-in/submissions.ts';
import { pointsAfter } from '../late-rule.ts';
import type { Subject } from '../subjects.ts';
import type { GradingContext } from './grading-context.ts';
import { who } from './no-verdict.ts';

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
    withLooks: true,
  };
  const { result, aids, looks = [] } = await gradedSteadily(request);
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
    report: await renderReport({
      result,
      aids,
      looks,
      predictions: predictionsIn(files, assignment.manifest),
      assignment,
      title,
      language,
      messages,
      words,
    }),
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
