import { NablaError } from '../../errors.ts';
import type { CallRequest } from '../../sandbox/protocol/request.ts';
import type { StandIn } from '../../sandbox/stand-in.ts';
import { readyMessage } from '../worker/messages.ts';
import { outcomeOf, type Tried } from './attempt.ts';
import { callMessage, substituteOf } from './call-message.ts';
import type { Explorers } from './exploring/explorers.ts';
import { KnownAnswers } from './known-answers.ts';
import { Stopped } from './stopped.ts';
import type { StudentWorker } from './student-worker.ts';
import type { WorkerPool } from './worker-pool.ts';

const graceMs = 1500;
const startMs = 30_000;
const maxAttempts = 4;
/** A call may begin just before its slice of time ends. */
const lastSliceMs = 50;
/** So many bytes of answers are kept for the next frame of calls. */
const keptBytes = 32 * 2 ** 20;

/** A worker with what it was given so far. */
interface Running {
  readonly worker: StudentWorker;
  /** What stands in for functions in it, as a text. */
  readonly replaced: string;
  /** So many answers it knows. */
  answers: number;
  /** It went on without an answer, so that nothing that comes of it counts. */
  isGuessing: boolean;
}

const limitMsOf = ({ callMs }: CallRequest): number => callMs + lastSliceMs;

/** What all calls of a frame may take. */
const allMsOf = (request: CallRequest, leftMs: number): number => {
  const limitMs = limitMsOf(request);
  return (
    Math.min(limitMs * (request.calls.length + 1), Math.max(leftMs, 0) + limitMs) * (request.patience ?? 1) + graceMs
  );
};

/** Runs a student's program: calls go to a worker, where they may ask for answers that only the grader has. */
export class StudentProgram {
  readonly #pool: WorkerPool;
  readonly #explorers: Explorers;
  readonly #frameBytes: number;
  readonly #known = new Map<string, KnownAnswers>();
  #running: Running | undefined;
  #isStopped = false;
  spentMs = 0;
  readonly touched = new Set<string>();

  constructor(pool: WorkerPool, explorers: Explorers, frameBytes: number) {
    this.#pool = pool;
    this.#explorers = explorers;
    this.#frameBytes = frameBytes;
  }

  /** Ends what goes on: whoever waits for it gets `Stopped`. */
  stop(): void {
    this.#isStopped = true;
    this.#explorers.stop();
    this.end();
  }

  end(): void {
    this.#running?.worker.end();
    this.#running = undefined;
    this.touched.clear();
  }

  /**
   * What comes of calls in a worker that knows all the answers they ask for; undefined where there are too many. Which
   * these are is found out in a worker whose functions wait for them, and, for what does not wait, in workers that go on
   * without them: what comes of those is thrown away.
   */
  async resolved(
    request: CallRequest,
    leftMs: number,
    slice: number,
    rounds: { readonly most: number; readonly ms: number },
  ): Promise<Exclude<Tried, { kind: 'asked' }> | undefined> {
    const standIns = request.standIns ?? [];
    const replaced = JSON.stringify(standIns.map(substituteOf));
    if (request.fresh === true || this.#running?.replaced !== replaced) this.end();
    const known = this.#knownTo(replaced, standIns);
    let begun = performance.now();
    for (let round = 0; round < rounds.most && performance.now() - begun < rounds.ms; round++) {
      if (this.#isStopped) throw new Stopped();
      const running = await this.#ready(replaced);
      for (const { file } of [request, ...standIns]) this.touched.add(file);
      const before = running.worker.waitedMs;
      const tried = await this.#tried(running, request, known, leftMs, slice);
      if (this.#isStopped) throw new Stopped();
      if (tried.kind === 'asked') {
        running.isGuessing = true;
        known.answer(tried.requests, request.callMs);
        if (round > 0 && tried.isOver) continue;
        if (round > 0) known.mayGuess = false;
      } else if (!running.isGuessing) {
        this.spentMs += running.worker.waitedMs - before;
        return tried;
      }
      this.end();
      if (round > 0) continue;
      await this.#explorers.explore(request, known, slice, allMsOf(request, leftMs));
      begun = performance.now();
    }
    this.end();
    return undefined;
  }

  /** What is known of these stand-ins: too much to be kept is found out again. */
  #knownTo(replaced: string, standIns: readonly StandIn[]): KnownAnswers {
    const found = this.#known.get(replaced);
    if (found && (this.#running || found.byteLength <= keptBytes)) return found;
    const known = new KnownAnswers(standIns);
    this.#known.set(replaced, known);
    return known;
  }

  #tried(running: Running, request: CallRequest, known: KnownAnswers, leftMs: number, slice: number): Promise<Tried> {
    const { patience = 1, calls, standIns = [] } = request;
    const message = callMessage(request, slice, known, running.answers);
    running.worker.send(message);
    running.answers = known.entries.length;
    return outcomeOf(running.worker, new Uint8Array(message.nonce), {
      calls: calls.length,
      stepMs: limitMsOf(request) * patience,
      allMs: allMsOf(request, leftMs),
      requestBytes: standIns.length === 0 ? 0 : 4 * this.#frameBytes,
    });
  }

  /** A worker that is ready for the student's code: what goes wrong before that is our failure, and never a grade. */
  async #ready(replaced: string): Promise<Running> {
    // What nobody asked for could be taken for the answer to what is asked next.
    if (this.#running && !this.#running.worker.hasUnread) return this.#running;
    this.end();
    for (let attempt = 0; attempt < maxAttempts && !this.#isStopped; attempt++) {
      const worker = this.#pool.take();
      this.#running = { worker, replaced, answers: 0, isGuessing: false };
      if ((await worker.receive(startMs)) === readyMessage) return this.#running;
      worker.end();
    }
    if (this.#isStopped) throw new Stopped();
    throw new NablaError('sandbox-failed', 'page-sandbox-does-not-start');
  }
}
