import { writeAttempt } from '../gradebook/attempts.ts';
import { failuresOf, writeEvent } from '../gradebook/events.ts';
import type { Gradebook } from '../gradebook/gradebook.ts';
import type { Job } from '../gradebook/queue.ts';
import type { OpenRun } from '../gradebook/runs.ts';
import { enlist, type Worker } from '../gradebook/workers.ts';
import { withoutSecrets } from '../repository/address.ts';
import type { Entry } from './entry.ts';
import { type GradingContext, gradeEntry, notGraded } from './grade-entry.ts';
import type { ClassAttempt } from './outcome.ts';

/** How often a submission is tried before it is left without a verdict. */
const mostTries = 3;
/** Milliseconds between two looks for work that others may give back. */
const pause = 500;

export interface WorkRequest {
  readonly gradebook: Gradebook;
  readonly run: OpenRun;
  readonly entryOf: (student: string, assignment: string) => Entry;
  readonly context: GradingContext;
  /** How many submissions are graded at once. */
  readonly jobs: number;
  readonly onDone: (attempts: readonly ClassAttempt[]) => void;
}

/** Grades what there is to do in a run, until nothing of it is left, neither here nor with any other worker. */
export async function work(request: WorkRequest): Promise<void> {
  const { gradebook, run, jobs } = request;
  const worker = await enlist(gradebook.database, gradebook.queue);
  await worker.releaseDead(run);
  const lane = async (): Promise<void> => {
    for (;;) {
      const job = await worker.take(run);
      if (job !== undefined) await grade(worker, job, request);
      else if (await worker.isDone(run)) return;
      else if ((await worker.releaseDead(run)) === 0) await new Promise((resolve) => setTimeout(resolve, pause));
    }
  };
  await Promise.all(Array.from({ length: jobs }, lane));
  // Without sandboxes of its own it waits for those of others.
  while (!(await worker.isDone(run))) {
    if ((await worker.releaseDead(run)) === 0) await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

async function grade(worker: Worker, job: Job, request: WorkRequest): Promise<void> {
  const { gradebook, run, entryOf, context, onDone } = request;
  const { student, assignment } = job;
  const entry = entryOf(student, assignment);
  let reason: string;
  try {
    const outcomes = await gradeEntry(entry, context);
    await worker.complete(run, job, async (queries) => {
      for (const { attempt, files } of outcomes) await writeAttempt(queries, run.id, attempt, files);
    });
    onDone(outcomes.map(({ attempt }) => attempt));
    return;
  } catch (error) {
    reason = withoutSecrets((error as Error).message);
  }
  const event = { run: run.id, student, assignment, kind: 'grader-failed' as const, details: { reason } };
  const failed = await failuresOf(gradebook.database, run.id, student, assignment);
  if (failed + 1 < mostTries) {
    await worker.giveBack(run, job, (queries) => writeEvent(queries, event));
    return;
  }
  const attempt = notGraded(entry, await context.subjectOf(assignment, null), context, reason);
  await worker.complete(run, job, async (queries) => {
    await writeEvent(queries, event);
    await writeAttempt(queries, run.id, attempt, []);
  });
  onDone([attempt]);
}
