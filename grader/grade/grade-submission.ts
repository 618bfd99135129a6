import path from 'node:path';
import { type AssignmentWords, fill, type Messages } from '../catalogue/catalogue.ts';
import { hasAnswered } from '../check/failure.ts';
import { definitionOf } from '../compile/definition.ts';
import { compileProgram, type Program, type Scripts } from '../compile/program.ts';
import { type Aids, noAids } from '../diagnose/aids.ts';
import { locate } from '../diagnose/locate.ts';
import { measured } from '../diagnose/measured.ts';
import { drawPlots } from '../diagnose/plots.ts';
import { judge } from '../judge/judge.ts';
import { type Data, isRngSeed } from '../kit.ts';
import type { Assignment } from '../load/grading.ts';
import type { TaskEntry } from '../load/manifest.ts';
import { readSubmission } from '../load/submission.ts';
import { describeFinding } from '../report/describe.ts';
import { type Place, placeText } from '../report/position.ts';
import type { Result, TaskResult } from '../report/result.ts';
import { Examination, type ExaminationOptions, type ExaminedTask } from './examine.ts';
import { foreignName, type RecognizeContext, recognize } from './recognize.ts';

export interface GradeOptions extends ExaminationOptions {
  readonly assignment: Assignment;
  /** The folder with the student's files. */
  readonly submission: string;
  /** Files that come with it, and are ours. */
  readonly scripts?: Scripts;
  /** The tasks asked for; none means all. */
  readonly only: readonly string[];
  /** Files of the handout that are not as they were handed out. */
  readonly tampered?: readonly string[];
  readonly messages: Messages;
  readonly words: AssignmentWords;
  /** Takes what is to be shown of each task that was asked for. Without it, nobody asks for the answers it needs. */
  readonly shown?: (task: string, aids: Aids) => void;
  /** Takes the result as far as it is known, after each task that was asked for. */
  readonly soFar?: ((result: Result) => void) | undefined;
}

/** The way of one submission through the rooms: load, compile, sandbox and check, judge, diagnose, into one result. */
export async function gradeSubmission(options: GradeOptions): Promise<Result> {
  const { assignment, submission, only, seed, tier, tampered = [] } = options;
  const { manifest } = assignment;
  const started = performance.now();
  const files = readSubmission(submission, manifest, path.join(assignment.folder, 'src'));
  const program = compileProgram(files, manifest.tasks, options.scripts);
  const examination = new Examination(assignment, program, options);
  const { messages, words } = options;
  const context: RecognizeContext = { assignment, messages, words, examination, files };
  const tasks = manifest.tasks.map((entry) => notRun(entry, options));
  const result = (): Result => ({
    formatVersion: 1,
    assignment: manifest.id,
    variant: manifest.variant && { id: manifest.variant.id, parameters: manifest.variant.parameters },
    seed,
    points: tasks.reduce((sum, task) => sum + task.points, 0),
    maxPoints: tasks.reduce((sum, task) => sum + task.maxPoints, 0),
    durationMs: Math.round(performance.now() - started),
    sandbox: tier,
    submission: { files: program.digests },
    ...(tampered.length > 0 && { tampered }),
    tasks: [...tasks],
  });
  try {
    for (const [index, entry] of manifest.tasks.entries()) {
      if (only.length > 0 && !only.includes(entry.id)) continue;
      options.shown?.(entry.id, noAids);
      tasks[index] = await resultOf(await examination.examine(entry), program, options, context);
      options.soFar?.(result());
    }
  } finally {
    examination.close();
  }
  return result();
}

const notRun = ({ id, file, points }: TaskEntry, { messages }: GradeOptions): TaskResult => ({
  id,
  file,
  status: 'not-run',
  points: 0,
  maxPoints: points,
  message: messages.message.notRun,
  durationMs: 0,
});

async function resultOf(
  examined: ExaminedTask,
  program: Program,
  options: GradeOptions,
  context: RecognizeContext,
): Promise<TaskResult> {
  const { entry, finding, replaced, blockedBy, printed } = examined;
  const { manifest } = options.assignment;
  const { message } = options.messages;
  const status = judge(
    examined,
    manifest.tasks.map(({ id }) => id),
  );
  const base = {
    id: entry.id,
    file: entry.file,
    status,
    points: status === 'passed' ? entry.points : 0,
    maxPoints: entry.points,
  };
  const extra = {
    ...(replaced.length > 0 && status === 'passed' && { replaced }),
    ...(printed !== '' && { printed }),
  };
  const durationMs = Math.round(examined.durationMs);
  if (finding.kind === 'passed') return { ...base, ...extra, durationMs };
  // By its folder: a variant beside its assignment has the same id.
  const slug = path.basename(options.assignment.folder);
  const replay = `npm run check -- ${slug}/${entry.id} --seed ${options.seed}`;
  const begins = definitionPlace(entry, context.files);
  const position = begins && { position: placeText(begins) };
  if (status === 'not-started') return { ...base, message: message.notStarted, ...position, replay, durationMs };
  if (status === 'blocked') {
    const blocked = fill(message.blocked, { tasks: blockedBy.join(', ') });
    return { ...base, message: blocked, ...position, ...extra, replay, durationMs };
  }
  const { place, ...described } = describeFinding(finding, {
    messages: options.messages,
    words: options.words,
    task: entry.id,
    file: entry.file,
    limits: entry.limits,
    files: program.files,
    rightAnswer: (args) => rightAnswer(examined, args, options),
  });
  const foreign = status === 'missing' ? foreignName(entry, context) : '';
  const diagnosis = await recognize(examined, context);
  if (options.shown) options.shown(entry.id, await aidsOf(examined, options));
  return {
    ...base,
    ...described,
    ...(foreign !== '' && { message: `${described.message} ${foreign}` }),
    ...(place ? { position: placeText(place) } : position),
    ...(diagnosis.length > 0 && { diagnosis }),
    ...extra,
    replay,
    durationMs,
  };
}

/** Where the student's file begins to define the function. */
function definitionPlace({ id, file }: TaskEntry, files: RecognizeContext['files']): Place | undefined {
  const found = files.find(({ name }) => name === file);
  const at = found !== undefined && 'text' in found ? definitionOf(found.text, id) : undefined;
  return at && { file, ...at };
}

/** What the reference answers; undefined where the answer is random. */
function rightAnswer({ entry }: ExaminedTask, args: readonly Data[], { assignment }: GradeOptions): Data | undefined {
  const answer = assignment.grading.tasks[entry.id]?.answer as ((...args: readonly Data[]) => unknown) | undefined;
  if (answer === undefined || args.some((arg) => isRngSeed(arg))) return undefined;
  return answer(...structuredClone(args)) as Data;
}

async function aidsOf({ entry, finding, answer }: ExaminedTask, { assignment, messages }: GradeOptions): Promise<Aids> {
  const { tasks, measures, plots, walks } = assignment.grading;
  const task = tasks[entry.id];
  if (task === undefined || finding.kind !== 'failed' || !hasAnswered(finding.failure)) return noAids;
  return {
    located: await locate(task, walks, answer),
    measured: await measured(task, measures, answer),
    plots: await drawPlots(task, plots, answer, messages.plot),
  };
}
