import type { Program } from '../compile/program.ts';
import type { TaskEntry } from '../load/assignment/manifest.ts';
import type { SubmittedFile } from '../load/submission/submission.ts';
import type { SandboxTier } from '../sandbox/tier.ts';

/** All that the engine needs of the machine it runs on: Node, or a browser. */
export interface Host {
  /** The files of the tasks as JavaScript, and those that they import. */
  readonly compile: (files: readonly SubmittedFile[], tasks: readonly TaskEntry[]) => Promise<Program>;
  readonly sandbox: SandboxTier;
  /** Milliseconds since some moment; they never run backwards. */
  readonly now: () => number;
}
