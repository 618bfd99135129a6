import type { Outcome, Reply } from './protocol/outcome.ts';
import type { CallRequest } from './protocol/request.ts';
import type { OpenProgram } from './tier.ts';

/** What was called ended by itself or from outside; or the grader ended it, for its memory or because it was late. */
export type Loss = 'ended' | 'memory' | 'late';

/** What became of a frame of calls, as the grader saw it, and how often it may be asked again if that was a time-out. */
export type Sent = { readonly reply: Reply; readonly stalls?: number } | { readonly lost: Loss };

/** Who holds a program, takes a frame of calls, and starts anew when what ran it is gone: a process, or a worker. */
export interface Sender {
  /** Never throws for what the program does. `leftMs`: what is left of the time for all calls of the task. */
  send(request: CallRequest, leftMs: number): Promise<Sent>;
  start(): void;
  end(): void;
  /** The time that all calls and the answers to their requests have taken. */
  readonly spentMs: number;
  /** See `OpenProgram.touched`. */
  readonly touched: ReadonlySet<string>;
}

/**
 * A student's program that can be called. A call gives data, an error, a time-out or a crash, and never throws for
 * anything that the program does. What runs it starts with the first call, and again after a crash.
 *
 * What is asked again, and when, is decided here, by what the grader saw.
 */
export class AskedAgain implements OpenProgram {
  readonly #exchange: Sender;

  constructor(exchange: Sender) {
    this.#exchange = exchange;
  }

  get spentMs(): number {
    return this.#exchange.spentMs;
  }

  get touched(): ReadonlySet<string> {
    return this.#exchange.touched;
  }

  startOver(): void {
    this.#exchange.end();
    this.#exchange.start();
  }

  /** Starts the process ahead of the first call. */
  start(): void {
    this.#exchange.start();
  }

  async call(request: CallRequest): Promise<Reply> {
    const { leftMs = Number.POSITIVE_INFINITY, calls } = request;
    if (leftMs <= 0) return { kind: 'out-of-time' };
    const end = this.spentMs + leftMs;
    const sent = await this.#sendTwice(request, end);
    if ('reply' in sent) return sent.reply;
    if (this.spentMs >= end) return { kind: 'out-of-time' };
    if (calls.length > 0) return this.#isolate(request, sent.lost, end);
    return sent.lost === 'late' ? { kind: 'load-timeout' } : { kind: 'load-crashed', reason: sent.lost };
  }

  /** What ended the process may have been no fault of this function: once more, in one where nothing else has run. */
  async #sendTwice(request: CallRequest, end: number): Promise<Sent> {
    const sent = await this.#sendUntilItHadItsTime(request, end);
    if (!('lost' in sent) || sent.lost !== 'ended') return sent;
    return this.#sendUntilItHadItsTime({ ...request, fresh: true }, end);
  }

  /** Asks again, and waits twice as long, where the time ran out without having been used: the machine was busy elsewhere. */
  async #sendUntilItHadItsTime(request: CallRequest, end: number): Promise<Sent> {
    let sent = await this.#exchange.send(request, end - this.spentMs);
    for (let asked = 1; 'reply' in sent && asked <= (sent.stalls ?? 0); asked++) {
      sent = await this.#exchange.send({ ...request, fresh: true, patience: 2 ** asked }, end - this.spentMs);
    }
    return sent;
  }

  /** Which call took the process down: one at a time, in the order in which they were asked. */
  async #isolate(request: CallRequest, lost: Loss, end: number): Promise<Reply> {
    const empty = await this.call({ ...request, calls: [], fresh: true, leftMs: end - this.spentMs });
    if (empty.kind !== 'answered') return empty;
    const outcomes: Outcome[] = [];
    let printed = '';
    for (const call of request.calls) {
      if (this.spentMs >= end) return { kind: 'out-of-time' };
      const sent = await this.#sendTwice({ ...request, calls: [call], fresh: false }, end);
      if ('reply' in sent && sent.reply.kind !== 'answered') return sent.reply;
      if ('reply' in sent && sent.reply.kind === 'answered') {
        outcomes.push(...sent.reply.outcomes);
        printed += sent.reply.printed;
      } else if ('lost' in sent) outcomes.push(lostCall(sent.lost));
      if (!hasCome(outcomes.at(-1))) break;
    }
    // It takes all of them together: the last one is as good a witness as any.
    if (outcomes.length === request.calls.length && outcomes.every(hasCome)) {
      outcomes[outcomes.length - 1] = lostCall(lost);
    }
    while (outcomes.length < request.calls.length) outcomes.push({ kind: 'skipped' });
    return { kind: 'answered', outcomes, printed, stuck: false };
  }

  /** Once all calls have come back. */
  close(): void {
    this.#exchange.end();
  }
}

const hasCome = (outcome: Outcome | undefined): boolean => outcome?.kind === 'value' || outcome?.kind === 'threw';

const lostCall = (lost: Loss): Outcome => (lost === 'late' ? { kind: 'timeout' } : { kind: 'crashed', reason: lost });
