import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import type { Writable } from 'node:stream';
import { Alarm } from '../alarm.ts';
import { childSource } from '../harness.generated.ts';
import type { Guard } from './guard.ts';
import { launchCommand, type ProcessLimits, type Tier } from './launch.ts';
import { type Observed, observe } from './observe.ts';

/** How the sandbox's process ended. */
export interface Ending {
  /** The grader ended it, for what it saw; else something outside did, or the process itself. */
  readonly isOurs: boolean;
  readonly outOfMemory: boolean;
}

export type Received = { readonly frame: Buffer } | { readonly ended: Ending } | { readonly late: true };

const maxErrorText = 64 * 1024;
/** What comes back sooner is not looked at more closely; nor are several of these, together for as long as `pollMs`. */
const quickMs = 5;
const pollMs = 25;
/** So many times its time a process may take by the clock, however busy the machine is. */
const maxPatience = 20;

/**
 * A process that takes frames and gives frames, one at a time; killed with all that it started.
 *
 * Long, for what has come, how long it took and how the process ended are one state.
 */
export class SandboxProcess {
  readonly #child: ChildProcess;
  #chunks: Buffer[] = [];
  #buffered = 0;
  #errors = '';
  #ending: Ending | undefined;
  readonly #alarm = new Alarm();
  readonly #isWrapped: boolean;
  readonly #maxResidentMb: number;
  readonly #maxBuffered: number;
  #killedFor: 'memory' | 'frame' | undefined;
  /** Why it could not be started. */
  failure = '';
  /**
   * How long the process has been at work since `begin`, while it was waited for: on a processor, or asleep. Time in which it
   * waited for a processor that others had is nobody's fault. By the clock alone where the system does not tell these apart.
   */
  spentMs = 0;
  /** Whether `spentMs` leaves out what a busy machine made it wait. */
  isObserved = false;
  /** By the clock: since `begin`, and since it was last looked at. */
  #waitedMs = 0;
  #unseenMs = 0;
  #before: Observed | undefined;

  constructor(tier: Tier, limits: ProcessLimits, frameBytes: number, guard: Guard, source = childSource) {
    const { file, args, isWrapped } = launchCommand(tier, limits, source, guard);
    this.#isWrapped = isWrapped;
    this.#maxResidentMb = limits.heapMb + limits.outsideHeapMb;
    this.#maxBuffered = frameBytes + 64 * 1024;
    // Nothing of the teacher's environment goes in, but that Windows cannot start a process without SystemRoot.
    const { SystemRoot } = process.env;
    const env = SystemRoot === undefined ? {} : { SystemRoot };
    this.#child = spawn(file, args, {
      env,
      // Where the grader works, and what that folder is called, is none of a student's business.
      cwd: path.parse(process.execPath).root,
      detached: process.platform !== 'win32',
      // The fourth is what a keeper watches: it closes when the grader ends, in whatever way.
      stdio: ['pipe', 'pipe', 'pipe', ...(guard === 'keeper' ? ['pipe' as const] : [])],
      windowsHide: true,
    });
    const watched = this.#child.stdio[3] as Writable | undefined;
    watched?.on('error', () => {});
    this.#child.stdin?.on('error', () => {});
    this.#child.stdout?.on('data', (chunk: Buffer) => this.#receive(chunk));
    this.#child.stdout?.on('end', () => watched?.end());
    this.#child.stderr?.on('data', (chunk: Buffer) => {
      if (this.#errors.length < maxErrorText) this.#errors += chunk.toString('latin1');
    });
    this.#child.on('error', (error) => {
      this.failure = error.message;
      this.#end();
    });
    this.#child.on('close', () => this.#end());
  }

  #receive(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#buffered += chunk.length;
    // More than one frame can hold was never asked for.
    if (this.#buffered > this.#maxBuffered) this.#killFor('frame');
    this.#alarm.ring();
  }

  #end(): void {
    const outOfMemory = this.#killedFor === 'memory' || /heap out of memory|Allocation failed/.test(this.#errors);
    this.#ending ??= { isOurs: this.#killedFor !== undefined, outOfMemory };
    this.#alarm.ring();
  }

  #takeFrame(): Buffer | undefined {
    if (this.#buffered < 4) return undefined;
    if (this.#chunks.length > 1 && (this.#chunks[0]?.length ?? 0) < 4) this.#chunks = [Buffer.concat(this.#chunks)];
    const end = 4 + (this.#chunks[0]?.readUInt32LE(0) ?? 0);
    if (this.#buffered < end) return undefined;
    const all = this.#chunks.length === 1 ? (this.#chunks[0] as Buffer) : Buffer.concat(this.#chunks);
    this.#chunks = all.length > end ? [all.subarray(end)] : [];
    this.#buffered = all.length - end;
    return all.subarray(4, end);
  }

  /** Bytes that nobody asked for. */
  get hasUnread(): boolean {
    return this.#buffered > 0;
  }

  send(header: object | undefined, body: Uint8Array = new Uint8Array(0)): void {
    const text = Buffer.from(header === undefined ? '' : JSON.stringify(header), 'utf8');
    const lengths = Buffer.alloc(8);
    lengths.writeUInt32LE(4 + text.length + body.length, 0);
    lengths.writeUInt32LE(text.length, 4);
    this.#child.stdin?.write(Buffer.concat([lengths, text, body]));
  }

  /** Before what it takes is counted anew. `isAsked`: it may send many frames in short time, none of which shows much. */
  begin(isAsked = false): void {
    this.spentMs = 0;
    this.isObserved = false;
    this.#waitedMs = 0;
    this.#unseenMs = 0;
    this.#before = isAsked ? this.#observe() : undefined;
  }

  /**
   * The next frame, or how the process ended, or that neither came in so many milliseconds of `spentMs`. These are counted
   * in short waits, each for no more than it was to take: while the grader itself stood still, as on a laptop that is
   * closed, nobody was late.
   */
  async receive(allowedMs: number): Promise<Received> {
    for (let isFirst = true; ; isFirst = false) {
      const frame = this.#takeFrame();
      if (frame) return { frame };
      if (this.#ending) return { ended: this.#ending };
      if (this.spentMs >= allowedMs || this.#waitedMs >= maxPatience * allowedMs) return { late: true };
      const longest = isFirst ? quickMs : pollMs;
      const passedMs = Math.min(await this.#alarm.wait(longest), longest);
      this.#waitedMs += passedMs;
      this.#unseenMs += passedMs;
      this.spentMs += passedMs;
      // Who has just sent a frame sleeps since; before, it may have waited for a processor.
      if (!isFirst || passedMs >= quickMs || this.#unseenMs >= pollMs) this.#look(this.#buffered > 0 ? 0 : passedMs);
    }
  }

  /** Puts what the kernel saw in the place of what the clock said since the last look. Who sleeps now has slept for `passedMs`. */
  #look(passedMs: number): void {
    const now = this.#observe();
    if (now && this.#before) {
      this.spentMs += Math.max(now.cpuMs - this.#before.cpuMs, now.isRunnable ? 0 : passedMs) - this.#unseenMs;
      this.isObserved = true;
    }
    this.#unseenMs = 0;
    this.#before = now;
    if (now && now.residentMb > this.#maxResidentMb) this.#killFor('memory');
  }

  #observe(): Observed | undefined {
    const { pid } = this.#child;
    return pid === undefined ? undefined : observe(pid, this.#isWrapped);
  }

  #killFor(cause: 'memory' | 'frame'): void {
    this.#killedFor ??= cause;
    this.kill();
  }

  kill(): void {
    const { pid } = this.#child;
    if (pid === undefined || this.#ending) return;
    try {
      // A negative pid is the group: what the child has started goes with it.
      if (process.platform === 'win32') this.#child.kill('SIGKILL');
      else process.kill(-pid, 'SIGKILL');
    } catch {
      this.#child.kill('SIGKILL');
    }
  }
}
