import type { LoadedFile } from '../../../sandbox/protocol/protocol.ts';
import type { CallRequest } from '../../../sandbox/protocol/request.ts';
import type { StandIn } from '../../../sandbox/stand-in.ts';
import { readyMessage } from '../../worker/messages.ts';
import { callMessage } from '../call-message.ts';
import type { FramePort } from '../frame/frame-port.ts';
import type { KnownAnswers } from '../known-answers.ts';
import { programSource } from '../program-source.ts';
import { StudentWorker } from '../student-worker.ts';
import { awaitCalls } from './await-calls.ts';
import { explore } from './explore.ts';

const startMs = 30_000;
/** A call may begin just before its slice of time ends. */
const sliceMs = 50;
/** A training run asks for thousands of nets: as many frames may its requests fill. */
const mostFrames = 32;

/** Starts workers in which a student's functions wait for the answers of these stand-ins. */
export class Explorers {
  readonly #frame: FramePort;
  readonly #harness: string;
  readonly #frameBytes: number;
  readonly #files: readonly LoadedFile[];
  readonly #programs = new Map<string, number>();
  #running: StudentWorker | undefined;

  constructor(frame: FramePort, harness: string, frameBytes: number, files: readonly LoadedFile[]) {
    this.#frame = frame;
    this.#harness = harness;
    this.#frameBytes = frameBytes;
    this.#files = files;
  }

  #start(standIns: readonly StandIn[]): StudentWorker {
    const tasks = standIns.map(({ task }) => task);
    const key = tasks.join(' ');
    const program = this.#programs.get(key) ?? this.#frame.program(this.#sourceFor(tasks));
    this.#programs.set(key, program);
    return new StudentWorker(this.#frame, program);
  }

  /** Lets calls run for the answers that they ask for; an exploration that is stopped, or late, has found some of them. */
  async explore(request: CallRequest, known: KnownAnswers, slice: number, allMs: number): Promise<void> {
    const { callMs, patience = 1, standIns = [] } = request;
    const worker = this.#start(standIns);
    this.#running = worker;
    try {
      if ((await worker.receive(startMs)) !== readyMessage) return;
      const requestBytes = mostFrames * this.#frameBytes;
      const stepMs = (callMs + sliceMs) * patience;
      await explore(worker, callMessage(request, slice, known, 0), known, { stepMs, allMs, requestBytes, callMs });
    } finally {
      worker.end();
      this.#running = undefined;
    }
  }

  stop(): void {
    this.#running?.end();
  }

  #sourceFor(tasks: readonly string[]): string {
    const codes = awaitCalls(
      this.#files.map(({ code }) => code),
      tasks,
    );
    const files = this.#files.map((file, i) => ({ ...file, code: codes[i] ?? null }));
    return programSource(this.#harness, this.#frameBytes, 0, files, true).text;
  }

  close(): void {
    for (const program of this.#programs.values()) this.#frame.forget(program);
  }
}
