import { fill } from '../catalogue/catalogue.ts';
import { hasAnswered } from '../check/failure.ts';
import { definitionOf } from '../compile/definition.ts';
import { type Aids, noAids } from '../diagnose/aids.ts';
import { askAlone } from '../diagnose/asked-alone.ts';
import { locate } from '../diagnose/locate.ts';
import { measured } from '../diagnose/measured.ts';
import { drawPlots } from '../diagnose/plots.ts';
import { excerpt } from '../explain/excerpt.ts';
import { judge } from '../judge/judge.ts';
import { type Data, isRngSeed } from '../kit.ts';
import type { Assignment } from '../load/assignment/grading.ts';
import type { TaskEntry } from '../load/assignment/manifest.ts';
import type { SubmittedFile } from '../load/submission/submission.ts';
import { describeFinding } from '../report/failure/describe.ts';
import { type Place, placeText } from '../report/failure/position.ts';
import type { TaskResult } from '../report/result.ts';
import type { ExaminedTask } from './examine.ts';
import { recognize } from './recognize.ts';
import { foreignName } from './recognize-variant.ts';
import type { TaskContext } from './task-context.ts';

/** A task's part of the result, and what helps beside it. */
export async function gradeTask(
  examined: ExaminedTask,
  context: TaskContext,
): Promise<{ readonly result: TaskResult; readonly aids: Aids }> {
  const { entry, finding, replaced, blockedBy, printed } = examined;
  const { assignment, files, program, seed, words } = context;
  const { messages } = words;
  const { message } = messages;
  const status = judge(
    examined,
    assignment.manifest.tasks.map(({ id }) => id),
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
  const without = (result: TaskResult) => ({ result, aids: noAids });
  if (finding.kind === 'passed') return without({ ...base, ...extra, durationMs });
  const replay = `npm run check -- ${assignment.slug}/${entry.id} --seed ${seed}`;
  const begins = definitionPlace(entry, files);
  const position = begins && { position: placeText(begins) };
  if (status === 'not-started')
    return without({ ...base, message: message.notStarted, ...position, replay, durationMs });
  if (status === 'blocked') {
    const blocked = fill(message.blocked, { tasks: blockedBy.join(', ') });
    return without({ ...base, message: blocked, ...position, ...extra, replay, durationMs });
  }
  const { place, ...described } = describeFinding(finding, {
    messages,
    words: words.assignment,
    task: entry.id,
    file: entry.file,
    limits: entry.limits,
    files: program.files,
    replaced,
    rightAnswer: (args) => rightAnswer(entry, args, assignment),
  });
  const text = place && program.files.get(place.file)?.text;
  const source = place && text !== undefined ? excerpt(text, place.line, place.column) : undefined;
  const foreign = status === 'missing' ? foreignName(entry, context) : '';
  const diagnosis = await recognize(examined, context);
  const result: TaskResult = {
    ...base,
    ...described,
    ...(foreign !== '' && { message: `${described.message} ${foreign}` }),
    ...(place ? { position: placeText(place) } : position),
    ...(source !== undefined && { source }),
    ...(diagnosis.length > 0 && { diagnosis }),
    ...extra,
    replay,
    durationMs,
  };
  return { result, aids: await aidsOf(examined, context) };
}

/** Where the student's file begins to define the function. */
function definitionPlace({ id, file }: TaskEntry, files: readonly SubmittedFile[]): Place | undefined {
  const found = files.find(({ name }) => name === file);
  const at = found !== undefined && 'text' in found ? definitionOf(found.text, id) : undefined;
  return at && { file, ...at };
}

/** What the reference answers; undefined where the answer is random. */
function rightAnswer({ id }: TaskEntry, args: readonly Data[], { grading }: Assignment): Data | undefined {
  const answer = grading.tasks[id]?.answer as ((...args: readonly Data[]) => unknown) | undefined;
  if (answer === undefined || args.some((arg) => isRngSeed(arg))) return undefined;
  return answer(...structuredClone(args)) as Data;
}

async function aidsOf(
  { entry, finding, answer }: ExaminedTask,
  { assignment, words: { messages }, inFull }: TaskContext,
): Promise<Aids> {
  const { tasks, measures, plots, walks } = assignment.grading;
  const task = tasks[entry.id];
  if (task === undefined || finding.kind !== 'failed' || !hasAnswered(finding.failure)) return noAids;
  const { args } = finding.failure;
  return {
    ...(inFull && { alone: await askAlone(task, walks, answer, args, rightAnswer(entry, args, assignment)) }),
    located: await locate(task, walks, answer),
    measured: await measured(task, measures, answer),
    plots: await drawPlots(task, plots, answer, messages.plot),
  };
}
