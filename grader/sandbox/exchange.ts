import { randomBytes } from 'node:crypto';
import { NablaError } from '../errors.ts';
import type { Loss, Sender, Sent } from './asked-again.ts';
import { ByteReader, MalformedBytes } from './codec/decode.ts';
import { realmSource } from './harness.generated.ts';
import type { SandboxProcess } from './process/child-process.ts';
import type { Tier } from './process/launch.ts';
import { kindOf, type Spare, startProcess, tryNextGuard } from './process/spare.ts';
import { callBody } from './protocol/call-body.ts';
import type { Reply } from './protocol/outcome.ts';
import { type CallHeader, frameKind, type LoadHeader, nonceBytes } from './protocol/protocol.ts';
import { readReply } from './protocol/read-reply.ts';
import type { CallRequest } from './protocol/request.ts';
import { answerRequest } from './stand-in.ts';
import type { SandboxProgram } from './tier.ts';

export interface ExchangeOptions extends SandboxProgram {
  readonly tier: Tier;
  /** Has a process ready, for who checks again and again. */
  readonly spare?: Spare | undefined;
}

/** What is waited beyond the limits that the child holds itself to, before it is taken to hold itself to none. */
const graceMs = 1500;
const maxStarts = 500;
/** How long a process may take to be ready, on a machine that is very busy. */
const startMs = 30_000;
/** So often a process is started that does not become ready. */
const maxAttempts = 4;
/** So often a call is asked again that ran out of time without using it; and so often where nobody can tell. */
const maxStalls = 6;
const maxUnseenStalls = 1;
/** Of the time that a call has, what it must have had of a processor to have run out of it. */
const hadItsTime = 0.9;
/** What a request costs the child at most, on a machine that is busy: a call has this besides, up to as much as its own. */
const requestMs = 1;

/**
 * Sends frames to a process that holds a program, and reads what comes back; starts another one when that is gone.
 *
 * Long, for what a process was sent, what it took and whether it can be asked again are one state.
 */
export class Exchange implements Sender {
  readonly #options: ExchangeOptions;
  #process: SandboxProcess | undefined;
  #starts = 0;
  #isReady = false;
  /** The time that all calls and the answers to their requests have taken; see `SandboxProcess.spentMs`. */
  spentMs = 0;
  /** See `OpenProgram.touched`. */
  readonly touched = new Set<string>();

  constructor(options: ExchangeOptions) {
    this.#options = options;
  }

  start(): SandboxProcess {
    if (this.#process) return this.#process;
    this.#starts += 1;
    if (this.#starts > maxStarts) throw new NablaError('sandbox-failed', 'sandbox-too-often');
    const { files, limits, tier, spare } = this.#options;
    const kind = kindOf(tier, limits);
    const started = spare?.take(...kind) ?? startProcess(...kind);
    const header: LoadHeader = {
      kind: 'load',
      realm: realmSource,
      portName: `port${randomBytes(nonceBytes).toString('hex')}`,
      frameBytes: kind[2],
      printedChars: limits.printedKb * 1024,
      files,
    };
    started.send(header);
    this.#process = started;
    return started;
  }

  /**
   * The process, once it is ready for the student's code. Throws `sandbox-failed`: what goes wrong before that is our
   * failure, and never a grade.
   */
  async #ready(): Promise<SandboxProcess> {
    // What nobody asked for could be taken for the answer to what is asked next.
    if (this.#isReady && this.#process?.hasUnread) this.end();
    if (this.#isReady && this.#process) return this.#process;
    let failure = '';
    for (let attempt = 0; attempt < maxAttempts; attempt++) {
      const started = this.start();
      const received = await started.receive(startMs);
      this.#isReady = 'frame' in received && received.frame.length === 0;
      if (this.#isReady) return started;
      failure = started.failure;
      tryNextGuard();
      this.end();
    }
    const { tier } = this.#options;
    if (failure === '') throw new NablaError('sandbox-failed', 'sandbox-does-not-start', { tier });
    throw new NablaError('sandbox-failed', 'sandbox-fails-to-start', { tier, reason: failure });
  }

  /** Never throws for what the program does. `leftMs`: what is left of the time for all calls of the task. */
  async send(request: CallRequest, leftMs: number): Promise<Sent> {
    const { calls, callMs, standIns = [], patience = 1 } = request;
    const sandbox = await this.#ready();
    const nonce = randomBytes(nonceBytes);
    // A call may begin just before its slice ends, so that the slice is added to what it may take.
    const sliceMs = Math.min(50, callMs);
    const limitMs = callMs + sliceMs;
    const header: CallHeader = {
      kind: 'call',
      nonce: nonce.toString('hex'),
      fresh: request.fresh ?? false,
      limitMs: limitMs * patience,
      substitutes: standIns.map(({ answers, ...substitute }) => substitute),
    };
    for (const { file } of [request, ...standIns]) this.touched.add(file);
    sandbox.begin(standIns.length > 0);
    sandbox.send(header, callBody(request, sliceMs));
    const allowedMs = Math.min(limitMs * (calls.length + 1), Math.max(leftMs, 0) + limitMs) + graceMs;
    const before = this.spentMs;
    let answeredMs = 0;
    const began = performance.now();
    try {
      for (let requests = 0; ; requests++) {
        const received = await sandbox.receive(allowedMs - answeredMs);
        this.spentMs = before + answeredMs + sandbox.spentMs;
        if ('late' in received) return this.#lose('late');
        if ('ended' in received) return this.#lose(received.ended.outOfMemory ? 'memory' : 'ended');
        const reader = new ByteReader(received.frame);
        const kind = reader.byte();
        for (const byte of nonce) if (reader.byte() !== byte) throw new MalformedBytes('the nonce is of another call');
        if (kind === frameKind.reply) {
          const reply = readReply(reader, calls.length);
          if (!hasTimeout(reply)) return { reply };
          // A time-out that the child claims before its time was made up. Its clock runs while it is answered, too.
          const passedMs = performance.now() - began;
          if (passedMs < callMs) throw new MalformedBytes('a time-out that was none');
          // It may have been stopped between a request and its answer.
          if (requests > 0) this.end();
          if (!sandbox.isObserved) return { reply, stalls: maxUnseenStalls };
          // Its clock ran while the processor was busy elsewhere, which the function is not to blame for.
          const hadMs = limitMs * patience * Math.min(1, (this.spentMs - before) / passedMs);
          const ownMs = callMs + Math.min(requests * requestMs, callMs);
          return { reply, stalls: hadMs < hadItsTime * ownMs ? maxStalls : 0 };
        }
        if (kind !== frameKind.request) throw new MalformedBytes('an unknown kind of frame');
        const spent = (ms: number): void => {
          answeredMs += ms;
        };
        sandbox.send(undefined, answerRequest(reader, standIns, callMs, spent));
      }
    } catch (error) {
      if (!(error instanceof MalformedBytes)) throw error;
      // Only code that has left its realm can do this.
      return this.#lose('ended');
    }
  }

  #lose(lost: Loss): Sent {
    this.end();
    return { lost };
  }

  end(): void {
    this.#process?.kill();
    this.#process = undefined;
    this.#isReady = false;
    this.touched.clear();
  }
}

const hasTimeout = (reply: Reply): boolean =>
  reply.kind === 'load-timeout' || (reply.kind === 'answered' && reply.outcomes.some(({ kind }) => kind === 'timeout'));
