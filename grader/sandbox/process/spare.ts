import type { SandboxProgram } from '../tier.ts';
import { SandboxProcess } from './child-process.ts';
import { availableGuards } from './guard.ts';
import type { ProcessLimits, Tier } from './launch.ts';

type Kind = readonly [tier: Tier, limits: ProcessLimits, frameBytes: number];

let guards: ReturnType<typeof availableGuards> | undefined;

/** Starts a process under the best guard that is not known to fail here. */
export function startProcess(...kind: Kind): SandboxProcess {
  guards ??= availableGuards();
  return new SandboxProcess(...kind, guards[0] ?? 'none');
}

/** After a process that did not become ready: the next one gets the next guard, where there is one. */
export function tryNextGuard(): void {
  if (guards && guards.length > 1) guards = guards.slice(1);
}

/** The kind of process in which programs with these limits run. */
export const kindOf = (tier: Tier, { heapMb, outsideHeapMb, cpuSeconds, frameMb }: SandboxProgram['limits']): Kind => [
  tier,
  { heapMb, outsideHeapMb, cpuSeconds },
  frameMb * 2 ** 20,
];

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
    return waiting ?? startProcess(...kind);
  }

  /** Starts one of this kind, unless it waits already. */
  prepare(...kind: Kind): void {
    this.#process = this.take(...kind);
  }

  /** Starts one of the kind that was last asked for. */
  refill(): void {
    if (this.#kind !== undefined) this.#process ??= startProcess(...this.#kind);
  }

  close(): void {
    this.#process?.kill();
    this.#process = undefined;
    this.#kind = undefined;
  }
}
