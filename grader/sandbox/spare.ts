import { SandboxProcess } from './child-process.ts';
import type { MemoryLimits, Tier } from './launch.ts';

type Kind = readonly [tier: Tier, memory: MemoryLimits, frameBytes: number];

/**
 * A process that has been started and waits for a program, for who checks again and again: of what a check takes, the
 * start is then in the pause before it. Nothing of a student's is in it.
 */
export class Spare {
  #kind: Kind | undefined;
  #process: SandboxProcess | undefined;

  /** The process that waits, if it is of this kind; the next one will be. */
  take(...kind: Kind): SandboxProcess {
    const waiting = JSON.stringify(kind) === JSON.stringify(this.#kind) ? this.#process : undefined;
    if (waiting === undefined) this.#process?.kill();
    this.#process = undefined;
    this.#kind = kind;
    return waiting ?? new SandboxProcess(...kind);
  }

  /** Starts one of the kind that was last asked for. */
  refill(): void {
    if (this.#kind !== undefined) this.#process ??= new SandboxProcess(...this.#kind);
  }

  close(): void {
    this.#process?.kill();
    this.#process = undefined;
    this.#kind = undefined;
  }
}
