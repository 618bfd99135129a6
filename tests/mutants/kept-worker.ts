import type { Worker } from 'node:worker_threads';
import { ThreadsPoolWorker } from 'vitest/node';

type Listener = (message: unknown) => void;

/** What is done with a worker of vitest's here; its thread is private there. */
interface PoolWorker {
  _thread: Worker | undefined;
  start(): Promise<void>;
  stop(): Promise<void>;
  send(message: { readonly type?: string }): void;
  on(event: string, listener: Listener): void;
}

/** Each run leaves a listener behind in the thread. */
const mostRuns = 100;

/**
 * Lets the runs of a process share one thread, in which packages stay loaded; modules of the project are loaded anew for
 * each file of tests all the same. A run of vitest's has a thread of its own otherwise: that takes longer than most tests
 * (`tests/check` and `tests/judge` with 376 mutants: 210 s of processor time, and 44 s with this).
 */
export function keepWorker(): void {
  const worker = ThreadsPoolWorker.prototype as unknown as PoolWorker;
  const { start, send, on } = worker;
  const listeners = new WeakMap<PoolWorker, [event: string, listener: Listener][]>();
  let thread: Worker | undefined;
  let runs = 0;

  worker.start = async function (this: PoolWorker) {
    if (runs === mostRuns) {
      void thread?.terminate();
      thread = undefined;
      runs = 0;
    }
    this._thread = thread;
    await start.call(this);
    thread = this._thread;
    runs += 1;
  };
  worker.on = function (this: PoolWorker, event, listener) {
    listeners.set(this, [...(listeners.get(this) ?? []), [event, listener]]);
    on.call(this, event, listener);
  };
  worker.send = function (this: PoolWorker, message) {
    if (message.type !== 'stop') return send.call(this, message);
    const stopped = { type: 'stopped', __vitest_worker_response__: true };
    for (const [event, listener] of listeners.get(this) ?? []) if (event === 'message') listener(stopped);
  };
  // The next run may have begun: only its own listeners are taken away.
  worker.stop = async function (this: PoolWorker) {
    for (const [event, listener] of listeners.get(this) ?? []) this._thread?.off(event, listener);
    this._thread = undefined;
  };
}
