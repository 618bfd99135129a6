import type { Answerer } from '../check/answerer.ts';
import { checkTask } from '../check/check-task.ts';
import { type Finding, hasAnswered } from '../check/failure.ts';
import { Room } from '../check/room.ts';
import type { Program } from '../compile/program.ts';
import { type AskedCall, isRandomCall } from '../diagnose/names/evidence.ts';
import { type Examined, isUnwritten } from '../judge/judge.ts';
import { remembered } from '../kit/remembered.ts';
import type { Data } from '../kit.ts';
import type { Assignment } from '../load/assignment/grading.ts';
import type { TaskEntry } from '../load/assignment/manifest.ts';
import type { Outcome } from '../sandbox/protocol/outcome.ts';
import type { StandIn } from '../sandbox/stand-in.ts';
import type { OpenProgram } from '../sandbox/tier.ts';
import type { Host } from './host.ts';

/** As much of what a function prints is kept. */
const maxPrinted = 4000;

/** As many calls are kept, with what came of them, for a diagnosis to agree with. */
const maxAsked = 2000;
/** And no more than so many numbers of them; those of a right answer to the given assignments are fewer than 100,000. */
const maxKept = 2 ** 21;

type Calls = readonly (readonly Data[])[];

/** A task, what was found, how to ask its function again, and what it cost. */
export interface ExaminedTask extends Examined {
  readonly entry: TaskEntry;
  readonly answer: Answerer;
  /** What its laws asked, and what it answered, as far as the answers are not random. */
  readonly asked: readonly AskedCall[];
  /** Whether `answer` has right answers in the place of some of the student's. */
  readonly isMixed: boolean;
  readonly printed: string;
  readonly durationMs: number;
}

/** What is the same for all tasks of a submission. */
export interface Run {
  readonly assignment: Assignment;
  readonly program: Program;
  readonly sandbox: OpenProgram;
  readonly seed: number;
  readonly now: Host['now'];
}

/**
 * Tries the laws of one task once; `stuck`: something else could not be put in the place of one of the student's functions.
 *
 * @param isFinal whether a failure of now is the last word: else it is found, and no more
 */
export async function runTask(
  { assignment, program, sandbox, seed, now }: Run,
  entry: TaskEntry,
  standIns: readonly StandIn[],
  isFinal: () => boolean,
): Promise<ExaminedTask & { readonly stuck: boolean }> {
  const { manifest, grading } = assignment;
  const { file, id } = entry;
  const { callMs, taskMs } = entry.limits;
  const started = now();
  const end = sandbox.spentMs + taskMs;
  const asked: AskedCall[] = [];
  const room = new Room(maxKept);
  let printed = '';
  let stuck = false;
  const answer: Answerer = async (calls, options) => {
    const leftMs = end - sandbox.spentMs;
    const reply = await sandbox.call({ file, task: id, calls, callMs, leftMs, standIns, ...options });
    if (reply.kind === 'answered') {
      stuck ||= reply.stuck;
      if (asked.length < maxAsked)
        asked.push(...askedIn(calls, reply.outcomes).filter((one) => room.takes(one.outcome)));
      if (printed.length < maxPrinted) printed += reply.printed.slice(0, maxPrinted - printed.length);
    }
    return reply;
  };
  const laws = grading.laws.filter((law) => law.task === id);
  const isOutOfTime = (): boolean => sandbox.spentMs > end;
  const finding: Finding = await checkTask(manifest.id, laws, answer, seed, isOutOfTime, isFinal);
  const ids = manifest.tasks.map((task) => task.id);
  if (hasCounterexample(finding, id, ids) && isFinal()) {
    // Of all that was printed, what belongs to the counterexample is what helps.
    printed = '';
    await answer([finding.failure.args], { fresh: true, echo: false });
  }
  return {
    task: id,
    entry,
    finding,
    fileIsMissing: program.files.get(file)?.problem?.kind === 'missing',
    replaced: [],
    blockedBy: [],
    answer: answererOf(sandbox, entry, standIns),
    asked,
    isMixed: standIns.length > 0,
    printed,
    durationMs: now() - started,
    stuck,
  };
}

/** Whether a call shows what is wrong: one that gave an answer, and not that of a stub. */
export const hasCounterexample = (
  finding: Finding,
  task: string,
  tasks: readonly string[],
): finding is Extract<Finding, { kind: 'failed' }> =>
  finding.kind === 'failed' && hasAnswered(finding.failure) && !isUnwritten(finding, task, tasks);

/**
 * How to ask the student's function for a task, whatever its laws say, and with no regard to the time they took. What is
 * asked in this way takes no longer in all than they may: a report on slow functions must not keep a class waiting.
 */
export function answererOf(sandbox: OpenProgram, entry: TaskEntry, standIns: readonly StandIn[]): Answerer {
  const { file, id: task, limits } = entry;
  const { callMs, taskMs } = limits;
  let leftMs = taskMs;
  return async (calls, options) => {
    const before = sandbox.spentMs;
    const reply = await sandbox.call({ file, task, calls, callMs, leftMs, standIns, ...options });
    leftMs -= sandbox.spentMs - before;
    return reply;
  };
}

const askedIn = (calls: Calls, outcomes: readonly Outcome[]): readonly AskedCall[] =>
  notRandom(calls).map((i) => ({ args: calls[i]!, outcome: outcomes[i]! }));

/** The frames of a law are the same for everybody who is graded at a seed. */
const notRandom = remembered((calls: Calls): readonly number[] =>
  calls.flatMap((args, i) => (isRandomCall(args) ? [] : [i])),
);
