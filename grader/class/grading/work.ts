import { writeAttempt } from '../../gradebook/attempts.ts';
import { failuresOf, writeEvent } from '../../gradebook/events.ts';
import type { Gradebook } from '../../gradebook/gradebook.ts';
import type { Job } from '../../gradebook/queue.ts';
import type { OpenRun } from '../../gradebook/runs.ts';
import { enlist, type Worker } from '../../gradebook/workers.ts';
import { withoutSecrets } from '../../repository/address.ts';
import type { Entry } from '../handed-in/entry.ts';
import type { ClassAttempt, Outcome } from '../handed-in/outcome.ts';

/** How often a submission is tried before it is left without a verdict. */
const mostTries = 3;
/** The longer the queue, the longer it takes to look for its first job: then several are taken at once, up to so many. */
const mostTaken = 16;
/** A worker takes such a share of what is left: at the end of a run there has to be work for all. */
const shareTaken = 1 / 64;
/** Milliseconds between two looks for work that others may give back. */
const pause = 500;

export interface WorkRequest {
  readonly gradebook: Gradebook;
  readonly run: OpenRun;
  readonly entryOf: (student: string, assignment: string) => Entry;
  /** Rejects where the grader failed. */
  readonly outcomesOf: (entry: Entry) => Promise<readonly Outcome[]>;
  /** What is written of those for whom it failed again and again. */
  readonly withoutVerdict: (entry: Entry, reason: string) => Promise<ClassAttempt>;
  /** How many submissions are graded at once. */
  readonly jobs: number;
  /** How many are left to grade. */
  readonly left: number;
  readonly onDone: (attempts: readonly ClassAttempt[]) => void;
}

/** Grades what there is to do in a run, until nothing of it is left, neither here nor with any other worker. */
export async function work(request: WorkRequest): Promise<void> {
  const { gradebook, run, jobs, left } = request;
  const worker = await enlist(gradebook.database, gradebook.queue);
  await worker.releaseDead(run);
  const most = Math.min(Math.ceil(left * shareTaken), mostTaken);
  const taken: Job[] = [];
  const next = async (): Promise<Job | undefined> => {
    if (taken.length === 0) taken.push(...(await worker.take(run, Math.max(most, 1))));
    return taken.shift();
  };
  const lane = async (): Promise<void> => {
    for (;;) {
      const job = await next();
      if (job !== undefined) await grade(worker, job, request);
      else if (await worker.isDone(run)) return;
      else if ((await worker.releaseDead(run)) === 0) await new Promise((resolve) => setTimeout(resolve, pause));
    }
  };
  // While one is graded, what came of another is written.
  await Promise.all(Array.from({ length: 2 * jobs }, lane));
  // Without sandboxes of its own it waits for those of others.
  while (!(await worker.isDone(run))) {
    if ((await worker.releaseDead(run)) === 0) await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

async function grade(worker: Worker, job: Job, request: WorkRequest): Promise<void> {
  const { gradebook, run, entryOf, outcomesOf, withoutVerdict, onDone } = request;
  const { student, assignment } = job;
  const entry = entryOf(student, assignment);
  let reason: string;
  try {
    const outcomes = await outcomesOf(entry);
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
  const attempt = await withoutVerdict(entry, reason);
  await worker.complete(run, job, async (queries) => {
    await writeEvent(queries, event);
    await writeAttempt(queries, run.id, attempt, []);
  });
  onDone([attempt]);
}
