import type { Program } from '../compile/program.ts';
import type { Host } from '../grade/host.ts';
import type { Data } from '../kit.ts';
import type { Assignment } from '../load/grading.ts';
import type { TaskEntry } from '../load/manifest.ts';
import type { SubmittedFile } from '../load/submission.ts';
import type { Reply } from '../sandbox/outcome.ts';
import { attempt, expressionFile, programFor } from './expression.ts';

/** What became of an expression. */
export interface Attempted {
  readonly program: Program;
  readonly reply: Reply;
  /** The lines of the program that stand before the expression's first. */
  readonly linesBefore: number;
}

/** What an expression may take: more than a call in a check, for it may train a net. */
export const callMs = 20_000;
/** What its process may: its start included, and some that the kernel counts late. */
const cpuSeconds = 30;

/** Evaluates an expression in the sandbox, with the student's functions by their names. */
export async function evaluate(
  expression: string,
  { manifest, grading }: Assignment,
  submitted: readonly SubmittedFile[],
  host: Host,
): Promise<Attempted> {
  const { files, linesBefore } = programFor(expression, manifest.tasks, grading.tools, submitted);
  const [first] = manifest.tasks;
  const limits = { ...first!.limits, callMs };
  const entry: TaskEntry = { id: attempt, file: expressionFile, points: 0, dependsOn: [], limits };
  const program = await host.compile(files, [entry]);
  const sandbox = host.sandbox.open({
    files: [...program.files.values()].map(({ name, code = null, imports }) => ({ name, code, imports })),
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
