/// <reference lib="dom" />
import { type FrameCommand, hereMessage } from './frame-messages.ts';

/** The frame is asked whether it is there; one that has not answered so often is gone. No event says so. */
const pingMs = 500;
const mostMissed = 8;

/**
 * The way to the sandboxed frame: who has started a worker there is told when an error ends it, or when the frame is gone.
 * A browser that gives the frame a process of its own ends that process when a worker has filled its memory; then another
 * frame takes its place.
 */
export class FramePort {
  #port: MessagePort | undefined;
  readonly #programs = new Map<number, string>();
  readonly #workers = new Map<number, (isFrameGone: boolean) => void>();
  /** Between two frames: what the next one is to do. */
  readonly #waiting: (readonly [FrameCommand, readonly Transferable[]])[] = [];
  #last = 0;
  #missed = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The frame is gone: who hears this makes another one, and connects it. */
  onGone: () => void = () => {};

  connect(port: MessagePort): void {
    this.#port = port;
    this.#missed = 0;
    port.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (data === hereMessage) this.#missed = 0;
      else this.#workers.get(Number(data))?.(false);
    };
    for (const [id, source] of this.#programs) this.#tell({ kind: 'program', id, source });
    for (const [command, transfer] of this.#waiting.splice(0)) this.#tell(command, transfer);
    this.#watch();
  }

  /** Looks after the frame while there are workers in it. A thread that stands still itself misses nothing. */
  #watch(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      if (this.#workers.size === 0 || this.#port === undefined) return;
      if (this.#missed >= mostMissed) return this.#lose();
      this.#missed += 1;
      this.#tell({ kind: 'ping' });
      this.#watch();
    }, pingMs);
  }

  #lose(): void {
    this.#port = undefined;
    const workers = [...this.#workers.values()];
    this.#workers.clear();
    for (const end of workers) end(true);
    this.onGone();
  }

  #tell(command: FrameCommand, transfer: readonly Transferable[] = []): void {
    if (this.#port) this.#port.postMessage(command, [...transfer]);
    else if (command.kind === 'start' || command.kind === 'end') this.#waiting.push([command, transfer]);
  }

  /** A script that workers can be started of. */
  program(source: string): number {
    const id = ++this.#last;
    this.#programs.set(id, source);
    this.#tell({ kind: 'program', id, source });
    return id;
  }

  forget(id: number): void {
    this.#programs.delete(id);
    this.#tell({ kind: 'forget', id });
  }

  start(program: number, port: MessagePort, onEnd: (isFrameGone: boolean) => void): number {
    const id = ++this.#last;
    this.#workers.set(id, onEnd);
    this.#watch();
    this.#tell({ kind: 'start', id, program }, [port]);
    return id;
  }

  end(id: number): void {
    this.#workers.delete(id);
    this.#tell({ kind: 'end', id });
  }
}
