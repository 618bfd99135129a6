import { type ChildProcess, spawn } from 'node:child_process';
import { childSource } from './harness.generated.ts';
import { launchCommand, type MemoryLimits, type Tier } from './launch.ts';
import { residentMb } from './resident-memory.ts';

/** How the sandbox's process ended. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly outOfMemory: boolean;
}

export type Received = { readonly frame: Buffer } | { readonly ended: Ending } | { readonly late: true };

const maxErrorText = 64 * 1024;
const memoryCheckMs = 25;

/** A process that takes frames and gives frames, one at a time; killed with all that it started. */
export class SandboxProcess {
  readonly #child: ChildProcess;
  #chunks: Buffer[] = [];
  #buffered = 0;
  #errors = '';
  #ending: Ending | undefined;
  #wake: (() => void) | undefined;
  readonly #maxResidentMb: number;
  readonly #maxBuffered: number;
  #isTooLarge = false;

  constructor(tier: Tier, memory: MemoryLimits, frameBytes: number) {
    const { file, args } = launchCommand(tier, memory, childSource);
    this.#maxResidentMb = memory.heapMb + memory.outsideHeapMb;
    this.#maxBuffered = frameBytes + 64 * 1024;
    // Nothing of the teacher's environment goes in but where bwrap is found, which clears it in its turn. Windows
    // cannot start a process without SystemRoot.
    const { PATH, SystemRoot } = process.env;
    const env = { ...(tier === 'strict' && { PATH }), ...(SystemRoot !== undefined && { SystemRoot }) };
    this.#child = spawn(file, args, {
      env,
      detached: process.platform !== 'win32',
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
    });
    this.#child.stdin?.on('error', () => {});
    this.#child.stdout?.on('data', (chunk: Buffer) => this.#receive(chunk));
    this.#child.stderr?.on('data', (chunk: Buffer) => {
      if (this.#errors.length < maxErrorText) this.#errors += chunk.toString('latin1');
    });
    this.#child.on('error', () => this.#end(null, null));
    this.#child.on('close', (code, signal) => this.#end(code, signal));
  }

  #receive(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#buffered += chunk.length;
    // More than one frame can hold was never asked for.
    if (this.#buffered > this.#maxBuffered) this.kill();
    this.#wake?.();
  }

  #end(code: number | null, signal: NodeJS.Signals | null): void {
    const outOfMemory = this.#isTooLarge || /heap out of memory|Allocation failed/.test(this.#errors);
    this.#ending ??= { code, signal, outOfMemory };
    this.#wake?.();
  }

  #takeFrame(): Buffer | undefined {
    if (this.#buffered < 4) return undefined;
    if (this.#chunks.length > 1 && (this.#chunks[0]?.length ?? 0) < 4) this.#chunks = [Buffer.concat(this.#chunks)];
    const end = 4 + (this.#chunks[0]?.readUInt32LE(0) ?? 0);
    if (this.#buffered < end) return undefined;
    const all = Buffer.concat(this.#chunks);
    this.#chunks = all.length > end ? [all.subarray(end)] : [];
    this.#buffered = all.length - end;
    return all.subarray(4, end);
  }

  send(header: object, body: Uint8Array = new Uint8Array(0)): void {
    const text = Buffer.from(JSON.stringify(header), 'utf8');
    const lengths = Buffer.alloc(8);
    lengths.writeUInt32LE(4 + text.length + body.length, 0);
    lengths.writeUInt32LE(text.length, 4);
    this.#child.stdin?.write(Buffer.concat([lengths, text, body]));
  }

  /**
   * The next frame, or how the process ended, or that neither came in time. The time is counted in short waits, each for
   * no more than it was to take: while this process stood still, as on a laptop that is closed, nobody was late.
   */
  async receive(deadlineMs: number): Promise<Received> {
    let leftMs = deadlineMs;
    for (;;) {
      const frame = this.#takeFrame();
      if (frame) return { frame };
      if (this.#ending) return { ended: this.#ending };
      if (leftMs <= 0) return { late: true };
      const waitMs = Math.min(leftMs, memoryCheckMs);
      const started = performance.now();
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, waitMs);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.#wake = undefined;
      leftMs -= Math.min(performance.now() - started, waitMs);
      this.#checkMemory();
    }
  }

  #checkMemory(): void {
    const { pid } = this.#child;
    if (pid === undefined || this.#isTooLarge || (residentMb(pid) ?? 0) <= this.#maxResidentMb) return;
    this.#isTooLarge = true;
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
