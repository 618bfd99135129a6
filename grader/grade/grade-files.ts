import type { Messages } from '../catalogue/catalogue.ts';
import type { Aids } from '../diagnose/aids.ts';
import { type DrawnLook, drawLooks } from '../diagnose/looks.ts';
import type { Assignment } from '../load/assignment/grading.ts';
import type { TaskEntry } from '../load/assignment/manifest.ts';
import type { SubmittedFile } from '../load/submission/submission.ts';
import { withoutCommandsIn } from '../report/hostile-text.ts';
import type { Result, TaskResult } from '../report/result.ts';
import { Examination } from './examine.ts';
import type { Host } from './host.ts';
import { largestLimits } from './limits.ts';
import { gradeTask } from './task-result.ts';
import type { Words } from './words.ts';

/** One submission to one assignment. */
export interface GradeRequest {
  readonly assignment: Assignment;
  readonly files: readonly SubmittedFile[];
  /** The tasks to grade; none means all. */
  readonly only?: readonly string[];
  readonly seed: number;
  readonly words: Words;
  readonly host: Host;
  /** Files of the handout that are not as they were handed out; the result names them. */
  readonly tampered?: readonly string[];
  /** Whether a failing call is asked once more by itself, for who wants to see all of it. */
  readonly inFull?: boolean;
  /** Whether pictures are drawn by the functions that have passed: for a report. */
  readonly withLooks?: boolean;
}

/** What came of a submission. */
export interface Graded {
  readonly result: Result;
  /** For each task that was graded, what helps to find the mistake; the report alone has it. */
  readonly aids: ReadonlyMap<string, Aids>;
  /** What the functions that have passed show; the report alone has it. */
  readonly looks?: readonly DrawnLook[];
}

/**
 * Grades a submission: compiles it, tries the laws of its tasks in a sandbox, judges, and says what the failures look like.
 * The same request gives the same result, times apart.
 */
export async function gradeFiles(request: GradeRequest): Promise<Graded> {
  const steps = gradeTasks(request);
  for (;;) {
    const { done, value } = await steps.next();
    if (done) return value;
  }
}

/** The same task by task: yields what is known after each of them, and returns the whole. */
export async function* gradeTasks(request: GradeRequest): AsyncGenerator<Graded, Graded> {
  const { assignment, files, only = [], seed, words, host, tampered = [], inFull = false } = request;
  const { manifest } = assignment;
  const started = host.now();
  host.sandbox.prepare?.(largestLimits(manifest.tasks));
  const program = await host.compile(files, manifest.tasks);
  const examination = new Examination(assignment, program, seed, host);
  const tasks = manifest.tasks.map((entry) => notRun(entry, words.messages));
  const aids = new Map<string, Aids>();
  const graded = (): Graded => ({
    // What a student wrote, printed, threw or called a file goes no way but through here.
    result: withoutCommandsIn<Result>({
      formatVersion: 1,
      assignment: manifest.id,
      variant: manifest.variant && { id: manifest.variant.id, parameters: manifest.variant.parameters },
      seed,
      points: tasks.reduce((sum, task) => sum + task.points, 0),
      maxPoints: tasks.reduce((sum, task) => sum + task.maxPoints, 0),
      durationMs: Math.round(host.now() - started),
      sandbox: host.sandbox.name,
      ...(host.sandbox.notStrict && { notStrict: host.sandbox.notStrict }),
      submission: { files: program.digests },
      ...(tampered.length > 0 && { tampered }),
      tasks: [...tasks],
    }),
    aids: new Map(aids),
  });
  try {
    for (const [index, entry] of manifest.tasks.entries()) {
      if (only.length > 0 && !only.includes(entry.id)) continue;
      const examined = await examination.examine(entry);
      const one = await gradeTask(examined, { assignment, files, program, examination, seed, words, inFull });
      tasks[index] = one.result;
      aids.set(entry.id, one.aids);
      yield graded();
    }
    const all = graded();
    return request.withLooks ? { ...all, looks: await looksOf(all.result, assignment, examination) } : all;
  } finally {
    examination.close();
  }
}

/** The pictures of which every function has passed, and by itself. */
async function looksOf(
  { tasks }: Result,
  { manifest, grading }: Assignment,
  examination: Examination,
): Promise<readonly DrawnLook[]> {
  const own = tasks.filter(({ status, replaced }) => status === 'passed' && replaced === undefined).map(({ id }) => id);
  if (own.length === 0) return [];
  const answererOf = (task: string) => examination.answererOf(manifest.tasks.find(({ id }) => id === task)!);
  const looks = grading.looks().filter(({ asks }) => asks.every(({ task }) => own.includes(task)));
  return drawLooks(looks, answererOf);
}

const notRun = ({ id, file, points }: TaskEntry, { message }: Messages): TaskResult => ({
  id,
  file,
  status: 'not-run',
  points: 0,
  maxPoints: points,
  message: message.notRun,
  durationMs: 0,
});
