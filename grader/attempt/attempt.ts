import { loadedFiles } from '../compile/loaded-files.ts';
import type { Program } from '../compile/program.ts';
import type { Host } from '../grade/host.ts';
import type { Data } from '../kit.ts';
import type { Assignment } from '../load/assignment/grading.ts';
import type { TaskEntry } from '../load/assignment/manifest.ts';
import type { SubmittedFile } from '../load/submission/submission.ts';
import type { Reply } from '../sandbox/protocol/outcome.ts';
import { attempt, expressionFile, programFor } from './expression.ts';

/** What became of an expression. */
export interface Attempted {
  readonly program: Program;
  readonly reply: Reply;
  /** The lines of the program that stand before the expression's first. */
  readonly linesBefore: number;
}

/** What an expression may take: more than a call in a check, for it may make several. */
const callsWorth = 10;
/** Nobody who types waits longer. */
const longestMs = 30_000;

/** In milliseconds, by the slowest of an assignment's tasks: one may train a net. */
export const patienceOf = ({ tasks }: Pick<Assignment['manifest'], 'tasks'>): number =>
  Math.min(longestMs, callsWorth * Math.max(...tasks.map(({ limits }) => limits.callMs)));

/** What its process may besides: to start, and what the kernel counts late. */
const startSeconds = 10;

/** Evaluates an expression in the sandbox, with the student's functions by their names. */
export async function evaluate(
  expression: string,
  { manifest, grading }: Assignment,
  submitted: readonly SubmittedFile[],
  host: Host,
): Promise<Attempted> {
  const { files, linesBefore } = programFor(expression, manifest.tasks, grading.tools, submitted);
  const [first] = manifest.tasks;
  const callMs = patienceOf(manifest);
  const limits = { ...first!.limits, callMs };
  const cpuSeconds = Math.ceil(callMs / 1000) + startSeconds;
  const entry: TaskEntry = { id: attempt, file: expressionFile, points: 0, dependsOn: [], limits };
  const program = await host.compile(files, [entry]);
  const sandbox = host.sandbox.open({
    files: loadedFiles(program),
    limits: { ...limits, cpuSeconds },
  });
  try {
    const reply = await sandbox.call({ file: expressionFile, task: attempt, calls: [noArguments], callMs });
    return { program, reply, linesBefore };
  } finally {
    sandbox.close();
  }
}

const noArguments: readonly Data[] = [];
