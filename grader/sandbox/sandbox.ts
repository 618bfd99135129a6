import { randomBytes } from 'node:crypto';
import { NablaError } from '../errors.ts';
import type { Data } from '../kit.ts';
import { type Ending, SandboxProcess } from './child-process.ts';
import { MalformedBytes } from './codec/decode.ts';
import { ByteWriter, encode } from './codec/encode.ts';
import { realmSource } from './harness.generated.ts';
import type { Tier } from './launch.ts';
import type { Outcome, Reply } from './outcome.ts';
import type { LoadHeader, Substitute } from './protocol.ts';
import { readReply } from './read-reply.ts';
import type { Spare } from './spare.ts';
import type { OpenProgram, SandboxProgram } from './tier.ts';

export interface SandboxOptions extends SandboxProgram {
  readonly tier: Tier;
  /** Has a process ready, for who checks again and again. */
  readonly spare?: Spare | undefined;
}

/** A frame of calls of one function: a list of argument lists. */
export interface CallRequest {
  readonly file: string;
  readonly task: string;
  readonly calls: readonly (readonly Data[])[];
  /** In a realm of its own, without the state that earlier calls left. */
  readonly fresh?: boolean;
  readonly echo?: boolean;
  /** What one call may take. */
  readonly callMs: number;
  /** Functions of the student's that are replaced by the right ones. */
  readonly substitutes?: readonly Substitute[];
}

/** How much longer than the child's own deadline the grader waits before it kills. */
const graceMs = 1500;
const maxStarts = 500;
/** How long a process may take to be ready, on a machine that is very busy. */
const startMs = 30_000;
/** So often a process is started that does not become ready. */
const maxAttempts = 3;
/** So often a call is asked again that ran out of time without using it. */
const maxStalls = 10;

/**
 * A student's program in a process of its own. A call gives data, an error, a time-out or a crash, and never throws for
 * anything that the program does. The process starts with the first call, and again after a crash.
 */
export class Sandbox implements OpenProgram {
  readonly #options: SandboxOptions;
  #process: SandboxProcess | undefined;
  #starts = 0;
  #isReady = false;

  constructor(options: SandboxOptions) {
    this.#options = options;
  }

  /** Starts the process ahead of the first call. */
  start(): SandboxProcess {
    if (this.#process) return this.#process;
    this.#starts += 1;
    if (this.#starts > maxStarts) throw new NablaError('sandbox-failed', 'the sandbox was started too many times');
    const { files, reference, limits, tier, spare } = this.#options;
    const frameBytes = limits.frameMb * 2 ** 20;
    const { heapMb, outsideHeapMb } = limits;
    const memory = { heapMb, outsideHeapMb };
    const started = spare?.take(tier, memory, frameBytes) ?? new SandboxProcess(tier, memory, frameBytes);
    const header: LoadHeader = {
      kind: 'load',
      realm: realmSource,
      frameBytes,
      printedChars: limits.printedKb * 1024,
      files,
      reference,
    };
    started.send(header);
    this.#process = started;
    return started;
  }

  async call(request: CallRequest): Promise<Reply> {
    let reply = await this.#send(request);
    for (let stalls = 0; stalls < maxStalls && isStall(reply, request.callMs); stalls++) {
      reply = await this.#send({ ...request, fresh: true });
    }
    if (reply.kind !== 'load-crashed' || request.calls.length === 0) return reply;
    return this.#isolate(request, reply);
  }

  /** Which call took the process down: one at a time, in the order in which they were asked. */
  async #isolate(request: CallRequest, crash: Reply): Promise<Reply> {
    const empty = await this.#send({ ...request, calls: [], fresh: true });
    if (empty.kind !== 'answered') return empty;
    const outcomes: Outcome[] = [];
    let printed = '';
    let cpuMs = 0;
    for (const [index, call] of request.calls.entries()) {
      const reply = await this.#send({ ...request, calls: [call], fresh: false });
      if (reply.kind === 'answered') {
        outcomes.push(...reply.outcomes);
        printed += reply.printed;
        cpuMs += reply.cpuMs;
      } else {
        const reason = reply.kind === 'load-crashed' ? reply.reason : 'ended';
        outcomes.push({ kind: 'crashed', reason });
        while (outcomes.length < request.calls.length) outcomes.push({ kind: 'skipped' });
        return { kind: 'answered', outcomes, printed, cpuMs, stuck: false };
      }
      if (index === request.calls.length - 1) break;
    }
    // It takes all of them together: the last one is as good a witness as any.
    outcomes[outcomes.length - 1] = { kind: 'crashed', reason: crash.kind === 'load-crashed' ? crash.reason : 'ended' };
    return { kind: 'answered', outcomes, printed, cpuMs, stuck: false };
  }

  /**
   * The process, once it is ready for the student's code. Throws `sandbox-failed`: what goes wrong before that is our
   * failure, and never a grade.
   */
  async #ready(): Promise<SandboxProcess> {
    if (this.#isReady && this.#process) return this.#process;
    for (let attempt = 0; attempt < maxAttempts; attempt++) {
      const started = this.start();
      const received = await started.receive(startMs);
      this.#isReady = 'frame' in received && received.frame.length === 0;
      if (this.#isReady) return started;
      this.#kill();
    }
    throw new NablaError(
      'sandbox-failed',
      `the ${this.#options.tier} sandbox does not start`,
      'Try again; if that does not help, try --sandbox local.',
    );
  }

  async #send(request: CallRequest): Promise<Reply> {
    const sandbox = await this.#ready();
    const nonce = randomBytes(16);
    const writer = new ByteWriter();
    for (const call of request.calls) encode(writer, call);
    const { file, task, calls, callMs, fresh = false, echo = false, substitutes = [] } = request;
    // A call that is not the last of its slice may take the slice as well.
    const sliceMs = Math.min(50, callMs);
    const header = {
      kind: 'call',
      nonce: nonce.toString('hex'),
      file,
      task,
      calls: calls.length,
      fresh,
      echo,
      callMs,
      sliceMs,
      substitutes,
    };
    sandbox.send(header, writer.finish());
    const received = await sandbox.receive((callMs + sliceMs) * (calls.length + 1) + graceMs);
    if ('frame' in received) return this.#read(received.frame, nonce, calls.length);
    this.#kill();
    return 'late' in received
      ? { kind: 'load-timeout', cpuMs: request.callMs }
      : { kind: 'load-crashed', reason: reasonOf(received.ended) };
  }

  #read(frame: Buffer, nonce: Buffer, calls: number): Reply {
    try {
      return readReply(frame, nonce, calls);
    } catch (error) {
      if (!(error instanceof MalformedBytes)) throw error;
      // Only code that has left its realm can do this. It gets no second chance with this process.
      this.#kill();
      return { kind: 'load-crashed', reason: 'ended' };
    }
  }

  #kill(): void {
    this.#process?.kill();
    this.#process = undefined;
    this.#isReady = false;
  }

  /** Once all calls have come back. */
  close(): void {
    this.#kill();
  }
}

const reasonOf = ({ outOfMemory }: Ending): 'memory' | 'ended' => (outOfMemory ? 'memory' : 'ended');

/** Out of time, though the processor hardly worked: the machine was busy elsewhere, and the function is not to blame. */
function isStall(reply: Reply, callMs: number): boolean {
  const late = reply.kind === 'answered' ? reply.outcomes.find(({ kind }) => kind === 'timeout') : reply;
  return (late?.kind === 'timeout' || late?.kind === 'load-timeout') && late.cpuMs < callMs / 2;
}
