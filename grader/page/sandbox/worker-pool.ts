import type { FramePort } from './frame/frame-port.ts';
import { StudentWorker } from './student-worker.ts';

/** So many workers wait: each law begins in a new one, which then need not be waited for. */
const waitingWorkers = 2;

/** Workers with one program, in which nothing has run. */
export class WorkerPool {
  readonly #frame: FramePort;
  readonly #program: number;
  readonly #waiting: StudentWorker[] = [];
  #isClosed = false;

  constructor(frame: FramePort, source: string) {
    this.#frame = frame;
    this.#program = frame.program(source);
  }

  fill(): void {
    while (!this.#isClosed && this.#waiting.length < waitingWorkers) {
      this.#waiting.push(new StudentWorker(this.#frame, this.#program));
    }
  }

  take(): StudentWorker {
    this.fill();
    const worker = this.#waiting.shift() as StudentWorker;
    this.fill();
    return worker.hasEnded ? this.take() : worker;
  }

  close(): void {
    this.#isClosed = true;
    for (const worker of this.#waiting.splice(0)) worker.end();
    this.#frame.forget(this.#program);
  }
}
