import { AskedAgain } from '../../sandbox/asked-again.ts';
import type { OpenProgram, SandboxProgram, SandboxTier } from '../../sandbox/tier.ts';
import { Explorers } from './exploring/explorers.ts';
import type { FramePort } from './frame/frame-port.ts';
import { type ProgramSource, programSource } from './program-source.ts';
import { WorkerExchange } from './worker-exchange.ts';
import { WorkerPool } from './worker-pool.ts';

/** A sandbox tier all of whose programs can be stopped: who has typed on does not wait for a loop of before. */
export interface PageTier extends SandboxTier {
  /** Starts workers for a program that is likely to be opened next. */
  await(program: SandboxProgram): void;
  /** Ends every program that is open. Who waits for one gets `Stopped`. */
  stop(): void;
}

/** Runs each program in workers of a sandboxed frame, each of which is ended at its limits. */
export function pageTier(frame: FramePort, harness: string): PageTier {
  const open = new Set<PageProgram>();
  let awaited: { readonly text: string; readonly pool: WorkerPool } | undefined;
  const sourceOf = ({ files, limits }: SandboxProgram): ProgramSource =>
    programSource(harness, frameBytesOf(limits), limits.printedKb * 1024, files);
  /** The pool that waits for this program, if one does; any other is no longer wanted. */
  const poolOf = ({ text }: ProgramSource): WorkerPool => {
    const found = awaited?.text === text ? awaited.pool : undefined;
    if (found === undefined) awaited?.pool.close();
    awaited = undefined;
    const pool = found ?? new WorkerPool(frame, text);
    pool.fill();
    return pool;
  };
  return {
    name: 'page',
    await(program) {
      const source = sourceOf(program);
      awaited = { text: source.text, pool: poolOf(source) };
    },
    open(asked: SandboxProgram): OpenProgram {
      const { files, limits } = asked;
      const frameBytes = frameBytesOf(limits);
      const source = sourceOf(asked);
      const pool = poolOf(source);
      const explorers = new Explorers(frame, harness, frameBytes, files);
      const exchange = new WorkerExchange(pool, source, explorers, frameBytes);
      const program = new PageProgram(pool, exchange, () => {
        explorers.close();
        open.delete(program);
      });
      open.add(program);
      return program;
    },
    stop() {
      for (const program of open) program.stop();
    },
  };
}

const frameBytesOf = ({ frameMb }: SandboxProgram['limits']): number => frameMb * 2 ** 20;

class PageProgram extends AskedAgain {
  readonly #pool: WorkerPool;
  readonly #exchange: WorkerExchange;
  readonly #onClose: () => void;

  constructor(pool: WorkerPool, exchange: WorkerExchange, onClose: () => void) {
    super(exchange);
    this.#pool = pool;
    this.#exchange = exchange;
    this.#onClose = onClose;
  }

  stop(): void {
    this.#exchange.stop();
  }

  override close(): void {
    super.close();
    this.#pool.close();
    this.#onClose();
  }
}
