import type { Sender, Sent } from '../../sandbox/asked-again.ts';
import { MalformedBytes } from '../../sandbox/codec/decode.ts';
import type { Outcome } from '../../sandbox/protocol/outcome.ts';
import type { CallRequest } from '../../sandbox/protocol/request.ts';
import type { Explorers } from './exploring/explorers.ts';
import type { ProgramSource } from './program-source.ts';
import { StudentProgram } from './student-program.ts';
import type { WorkerPool } from './worker-pool.ts';

/** The harness says how far it is after so much time; to find the call that does not end, after each. */
const sliceMs = 20;
/** As often, and for as long, may calls ask for more that no exploration has found. */
const rounds = { most: 1000, ms: 20_000 } as const;

/** Sends frames of calls to workers, a new one for each fresh frame. */
export class WorkerExchange implements Sender {
  readonly #pool: WorkerPool;
  readonly #source: ProgramSource;
  readonly #program: StudentProgram;
  /** Files that do not come to an end of loading, under the same replacements. */
  readonly #endless = new Set<string>();

  constructor(pool: WorkerPool, source: ProgramSource, explorers: Explorers, frameBytes: number) {
    this.#pool = pool;
    this.#source = source;
    this.#program = new StudentProgram(pool, explorers, frameBytes);
  }

  get spentMs(): number {
    return this.#program.spentMs;
  }

  get touched(): ReadonlySet<string> {
    return this.#program.touched;
  }

  start(): void {
    this.#pool.fill();
  }

  stop(): void {
    this.#program.stop();
  }

  end(): void {
    this.#program.end();
  }

  async send(request: CallRequest, leftMs: number): Promise<Sent> {
    try {
      if (this.#endless.has(loadingOf(request))) return { reply: { kind: 'load-timeout' } };
      if ((request.patience ?? 1) > 1) return await this.#callByCall(request, leftMs);
      const tried = await this.#program.resolved(request, leftMs, sliceMs, rounds);
      if (tried === undefined) return { reply: stuck(request) };
      if (tried.kind === 'reply') return { reply: this.#source.located(tried.reply) };
      this.end();
      // Once more, with twice the time: nobody can tell how busy the machine was.
      if (tried.kind === 'hung') return { reply: { kind: 'load-timeout' }, stalls: 1 };
      return { lost: tried.kind };
    } catch (error) {
      if (!(error instanceof MalformedBytes)) throw error;
      // Only code that has left its realm can do this.
      this.end();
      return { lost: 'ended' };
    }
  }

  /** Looks for the call that does not end, in a new worker: first the file is loaded, then the calls are counted. */
  async #callByCall(request: CallRequest, leftMs: number): Promise<Sent> {
    const { calls } = request;
    const loaded = await this.#program.resolved({ ...request, calls: [], fresh: true }, leftMs, sliceMs, rounds);
    if (loaded?.kind === 'hung') {
      this.#endless.add(loadingOf(request));
      this.end();
      return { reply: { kind: 'load-timeout' } };
    }
    const tried = await this.#program.resolved({ ...request, fresh: false }, leftMs, 0, rounds);
    if (tried === undefined) return { reply: stuck(request) };
    if (tried.kind === 'reply') return { reply: this.#source.located(tried.reply) };
    this.end();
    if (tried.kind !== 'hung') return { lost: tried.kind };
    const before = { ...request, calls: calls.slice(0, tried.done), fresh: true };
    const again = await this.#program.resolved(before, leftMs, sliceMs, rounds);
    this.end();
    if (again?.kind !== 'reply') return { lost: 'late' };
    const reply = this.#source.located(again.reply);
    if (reply.kind !== 'answered') return { reply };
    const outcomes: Outcome[] = [...reply.outcomes, { kind: 'timeout' }];
    while (outcomes.length < calls.length) outcomes.push({ kind: 'skipped' });
    return { reply: { ...reply, outcomes } };
  }
}

const loadingOf = ({ file, standIns = [] }: CallRequest): string =>
  JSON.stringify([file, ...standIns.map(({ task, withoutFile }) => [task, withoutFile])]);

/** As if the stand-ins could not be put in place: then nothing is said of the function itself. */
const stuck = ({ calls, standIns = [] }: CallRequest): Extract<Sent, { reply: unknown }>['reply'] => ({
  kind: 'answered',
  outcomes: calls.map(() => ({
    kind: 'threw',
    error: { name: 'NablaRefused', message: standIns[0]?.task ?? '', stack: '' },
  })),
  printed: '',
  stuck: true,
});
