/// <reference lib="dom" />

import type { Language } from '../../load/assignment/manifest.ts';
import type { Result } from '../../report/result.ts';
import type {
  EngineData,
  EngineReply,
  EngineRequest,
  FigureReply,
  FigureRequest,
  Files,
  Known,
} from '../engine/messages.ts';

/** What a check of the page's own is told about. */
export interface Listener {
  readonly known: (known: Known, isLast: boolean) => void;
  readonly failed: (message: string) => void;
}

/** The engine's worker, and the sandboxed frame beside it. */
export class Engine {
  readonly #worker: Worker;
  readonly #frame: string;
  #element: HTMLIFrameElement | undefined;
  readonly #listeners = new Map<number, Listener>();
  readonly #figures = new Map<number, (figures: readonly FigureReply[]) => void>();
  #last = 0;
  /** The newest of the checks that go on from one another. */
  #going = 0;

  constructor(script: string, frame: string, data: EngineData) {
    this.#worker = new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
    this.#worker.onmessage = ({ data: reply }: MessageEvent<EngineReply>) => this.#receive(reply);
    this.#worker.onerror = (event) => this.#failAll(event.message);
    this.#frame = frame;
    this.#connect({ kind: 'setup', data });
  }

  /** Makes a sandboxed frame, in the place of one that may have been before, and gives the engine a port to it. */
  #connect(request: EngineRequest): void {
    this.#element?.remove();
    const element = document.createElement('iframe');
    element.setAttribute('sandbox', 'allow-scripts');
    element.hidden = true;
    element.title = 'sandbox';
    element.srcdoc = this.#frame;
    element.addEventListener(
      'load',
      () => {
        const { port1, port2 } = new MessageChannel();
        element.contentWindow?.postMessage(null, '*', [port1]);
        this.#send(request, [port2]);
      },
      { once: true },
    );
    this.#element = element;
    document.body.append(element);
  }

  #send(request: EngineRequest, transfer: readonly Transferable[] = []): void {
    this.#worker.postMessage(request, [...transfer]);
  }

  #receive(reply: EngineReply): void {
    if (reply.kind === 'frame-gone') return this.#connect({ kind: 'frame' });
    if (this.#figures.has(reply.id)) {
      this.#figures.get(reply.id)?.(reply.kind === 'figures' ? reply.figures : []);
      this.#figures.delete(reply.id);
      return;
    }
    const listener = this.#listeners.get(reply.id);
    if (reply.kind === 'known') listener?.known(reply.known, reply.isLast);
    if (reply.kind === 'failed') listener?.failed(reply.message);
    if (reply.kind !== 'known' || reply.isLast) this.#listeners.delete(reply.id);
  }

  #failAll(message: string): void {
    for (const listener of this.#listeners.values()) listener.failed(message);
    this.#listeners.clear();
  }

  #start(request: { seed: number; files: Files; language: Language; goesOn: boolean }, listener: Listener): number {
    const id = ++this.#last;
    this.#listeners.set(id, listener);
    this.#send({ kind: 'check', id, ...request });
    return id;
  }

  /** Files that will be checked unless somebody types on. */
  prepare(files: Files): void {
    this.#send({ kind: 'prepare', files });
  }

  /**
   * Checks what has changed since the last check, instead of any that is still going on. Nobody hears of that one any
   * more, though its last word may be under way: it is about other files.
   */
  goOn(seed: number, files: Files, language: Language, listener: Listener): void {
    this.#listeners.delete(this.#going);
    this.#send({ kind: 'stop' });
    this.#going = this.#start({ seed, files, language, goesOn: true }, listener);
  }

  /** The assignment's figures, as the student's functions draw them; none where that came to nothing. */
  figures(request: Omit<FigureRequest, 'id'>): Promise<readonly FigureReply[]> {
    return new Promise((resolve) => {
      const id = ++this.#last;
      this.#figures.set(id, resolve);
      this.#send({ kind: 'figures', id, ...request });
    });
  }

  /** Checks everything, and gives the result. */
  whole(seed: number, files: Files, language: Language): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#start(
        { seed, files, language, goesOn: false },
        {
          known: ({ result }, isLast) => isLast && resolve(result),
          failed: (message) => reject(new Error(message)),
        },
      );
    });
  }
}
