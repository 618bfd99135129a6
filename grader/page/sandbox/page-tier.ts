import { AskedAgain } from '../../sandbox/asked-again.ts';
import type { OpenProgram, SandboxProgram, SandboxTier } from '../../sandbox/tier.ts';
import { Explorers } from './exploring/explorers.ts';
import type { FramePort } from './frame/frame-port.ts';
import { programSource } from './program-source.ts';
import { WorkerExchange } from './worker-exchange.ts';
import { WorkerPool } from './worker-pool.ts';

/** A sandbox tier all of whose programs can be stopped: who has typed on does not wait for a loop of before. */
export interface PageTier extends SandboxTier {
  /** Ends every program that is open. Who waits for one gets `Stopped`. */
  stop(): void;
}

/** Runs each program in workers of a sandboxed frame, each of which is ended at its limits. */
export function pageTier(frame: FramePort, harness: string): PageTier {
  const open = new Set<PageProgram>();
  return {
    name: 'page',
    open({ files, limits }: SandboxProgram): OpenProgram {
      const frameBytes = limits.frameMb * 2 ** 20;
      const source = programSource(harness, frameBytes, limits.printedKb * 1024, files);
      const pool = new WorkerPool(frame, source.text);
      pool.fill();
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
