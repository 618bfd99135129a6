import { SandboxProcess } from './child-process.ts';
import type { MemoryLimits, Tier } from './launch.ts';

/**
 * One process for several programs that follow one another, each in realms of its own. For programs of ours: a student's
 * has its process to itself.
 */
export class Kept {
  #kind = '';
  #process: SandboxProcess | undefined;

  take(...kind: readonly [tier: Tier, memory: MemoryLimits, frameBytes: number]): SandboxProcess {
    const kept = this.#process;
    this.#process = undefined;
    const isSame = JSON.stringify(kind) === this.#kind;
    if (!isSame) kept?.kill();
    this.#kind = JSON.stringify(kind);
    return (isSame && kept) || new SandboxProcess(...kind);
  }

  /** For the next program. */
  release(process: SandboxProcess): void {
    this.#process?.kill();
    this.#process = process;
  }

  close(): void {
    this.#process?.kill();
    this.#process = undefined;
  }
}
