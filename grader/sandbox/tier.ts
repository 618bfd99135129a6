import type { MemoryLimits, Tier } from './launch.ts';
import type { Reply } from './outcome.ts';
import type { LoadedFile } from './protocol.ts';
import type { CallRequest } from './sandbox.ts';

/** A student's program, and what it may use. */
export interface SandboxProgram {
  readonly files: readonly LoadedFile[];
  /** The script whose value is the table of right functions; needed for substitutes alone. */
  readonly reference: string;
  readonly limits: MemoryLimits & { readonly frameMb: number; readonly printedKb: number };
}

/** A program that can be called. A call never throws for anything that the program does. */
export interface OpenProgram {
  call(request: CallRequest): Promise<Reply>;
  /** Once all calls have come back. */
  close(): void;
}

/** What runs students' programs: a process of its own, or whatever else there is where the grader runs. */
export interface SandboxTier {
  readonly name: Tier;
  /** Begins to start a program: it need not be ready when this comes back. */
  open(program: SandboxProgram): OpenProgram;
}
