import type { ProcessLimits, StrictProblem, Tier } from './process/launch.ts';
import type { Reply } from './protocol/outcome.ts';
import type { LoadedFile } from './protocol/protocol.ts';
import type { CallRequest } from './protocol/request.ts';

/** A student's program, and what it may use. No right function: where one is needed, its answers are asked for. */
export interface SandboxProgram {
  readonly files: readonly LoadedFile[];
  readonly limits: ProcessLimits & { readonly frameMb: number; readonly printedKb: number };
}

/** A program that can be called. A call never throws for anything that the program does. */
export interface OpenProgram {
  call(request: CallRequest): Promise<Reply>;
  /** The milliseconds that its calls have taken in all, as the grader saw them: never as the program says. */
  readonly spentMs: number;
  /** The files whose functions were called, or replaced, since whatever runs the program was started. */
  readonly touched: ReadonlySet<string>;
  /** Goes on with the next call in a process where nothing has run. */
  startOver(): void;
  /** Once all calls have come back. */
  close(): void;
}

/** What runs students' programs: a process of its own, or whatever else there is where the grader runs. */
export interface SandboxTier {
  /** `page`: a worker in a sandboxed frame of a browser. */
  readonly name: Tier | 'page';
  /** Why it is not the strict one, where that would have been taken. */
  readonly notStrict?: StrictProblem | undefined;
  /** Begins to start what will run a program with these limits, while the program is still being made. */
  prepare?(limits: SandboxProgram['limits']): void;
  /** Begins to start a program: it need not be ready when this comes back. */
  open(program: SandboxProgram): OpenProgram;
}
