/// <reference lib="dom" />
import { Alarm } from '../../sandbox/alarm.ts';
import type { WorkerAnswers, WorkerRequest } from '../worker/messages.ts';
import type { FramePort } from './frame/frame-port.ts';

/** What a worker has sent: a number, or bytes. Anything else was never asked for. */
export type Received = number | ArrayBuffer | 'malformed' | 'ended' | 'memory' | 'late';

const pollMs = 25;
/** More messages than one frame of calls can give rise to, waiting to be read. */
const maxWaiting = 50_000;

/** One worker with a student's program in it. */
export class StudentWorker {
  readonly #frame: FramePort;
  readonly #port: MessagePort;
  readonly #id: number;
  #messages: (number | ArrayBuffer | 'malformed')[] = [];
  #hasEnded = false;
  /** The whole frame is gone: a browser does that to what has filled its memory. */
  #isFrameGone = false;
  readonly #alarm = new Alarm();
  /** The milliseconds for which it was waited. While this thread itself stood still, nobody was late. */
  waitedMs = 0;

  constructor(frame: FramePort, program: number) {
    const { port1, port2 } = new MessageChannel();
    this.#frame = frame;
    this.#port = port1;
    port1.onmessage = ({ data }: MessageEvent<unknown>) => {
      this.#messages.push(typeof data === 'number' || data instanceof ArrayBuffer ? data : 'malformed');
      if (this.#messages.length > maxWaiting) this.end();
      this.#alarm.ring();
    };
    this.#id = frame.start(program, port2, (isFrameGone) => {
      this.#isFrameGone = isFrameGone && !this.#hasEnded;
      this.end();
    });
  }

  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  get hasUnread(): boolean {
    return this.#messages.length > 0;
  }

  send(request: WorkerRequest | WorkerAnswers): void {
    this.#port.postMessage(request);
  }

  /** The next message; or that the worker is gone, or that nothing came in so many milliseconds. */
  async receive(allowedMs: number): Promise<Received> {
    const end = this.waitedMs + allowedMs;
    for (;;) {
      const message = this.#messages.shift();
      if (message !== undefined) return message;
      if (this.#hasEnded) return this.#isFrameGone ? 'memory' : 'ended';
      if (this.waitedMs >= end) return 'late';
      const longest = Math.min(pollMs, end - this.waitedMs);
      this.waitedMs += Math.min(await this.#alarm.wait(longest), Math.max(longest, 1));
    }
  }

  end(): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.#messages = [];
    this.#port.close();
    this.#frame.end(this.#id);
    this.#alarm.ring();
  }
}
