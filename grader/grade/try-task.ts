import type { Program } from '../compile/program.ts';
import { isUnwritten } from '../judge/judge.ts';
import type { TaskEntry } from '../load/assignment/manifest.ts';
import type { StandIn } from '../sandbox/stand-in.ts';
import { filesFrom } from './broken.ts';
import { type ExaminedTask, type Run, runTask } from './run-task.ts';

/**
 * Tries a task's laws. No task fails in a process that ran anything but what it imports: code that got hold of its process
 * could answer for other files as it likes. It could answer rightly, too, but then it has done the mathematics.
 *
 * @param isShown whether a failure is to be made as small as can be
 */
export async function tryTask(
  run: Run,
  entry: TaskEntry,
  standIns: readonly StandIn[],
  isShown = true,
): ReturnType<typeof runTask> {
  const { sandbox, program, assignment } = run;
  const own = [entry, ...standIns].map(({ file }) => filesFrom(file, program));
  const isByItself = (): boolean => [...sandbox.touched].every((file) => own.some((files) => files.has(file)));
  const isFinal = (): boolean => isShown && isByItself();
  const found = await runTask(run, entry, standIns, isFinal);
  const ids = assignment.manifest.tasks.map(({ id }) => id);
  if (found.finding.kind === 'passed' || isStub(found, program, ids) || isByItself()) return found;
  sandbox.startOver();
  const again = await runTask(run, entry, standIns, isFinal);
  return { ...again, durationMs: found.durationMs + again.durationMs };
}

/** Not started, as its own text says too. */
const isStub = ({ finding, entry }: ExaminedTask, program: Program, ids: readonly string[]): boolean =>
  isUnwritten(finding, entry.id, ids) &&
  /not[ -]?(?:yet )?implemented/i.test(program.files.get(entry.file)?.code ?? '');
