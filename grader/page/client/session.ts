/// <reference lib="dom" />

import type { SliderValues } from '../../kit.ts';
import type { Language } from '../../load/assignment/manifest.ts';
import type { FigureReply, Files, Known } from '../engine/messages.ts';
import type { PageData, PageTexts } from '../page-data.ts';
import { type PageWords, pageWordsIn } from '../words.ts';
import type { Engine } from './engine.ts';
import type { Store } from './store.ts';

/** What has changed, for those who show it. */
export type Change = 'language' | 'file' | 'text' | 'task' | 'known' | 'checking' | 'seed';

/** So long after the last key a check begins; before that, what it needs is started. */
const pauseMs = 400;
const prepareMs = 200;

/**
 * What a student works on: files, a seed, and what is known of them. Views are told what has changed.
 *
 * Long, for what all views share is one object.
 */
export class Session {
  readonly data: PageData;
  readonly store: Store;
  readonly #engine: Engine;
  readonly #views: ((change: Change) => void)[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #files: Record<string, string>;
  language: Language;
  seed: number;
  task: string;
  file: string;
  known: Known | undefined;
  isChecking = false;
  /** As many checks in a row have not come to their end, nor were they left by closing the page: they may have ended it. */
  #lost: number;
  /** Not now: a word is being put together. */
  isBusy: () => boolean = () => false;
  onFailure: (message: string) => void = () => {};

  constructor(data: PageData, store: Store, engine: Engine) {
    this.data = data;
    this.store = store;
    this.#engine = engine;
    this.#files = { ...data.stubs, ...store.files() };
    const wanted = store.get('language') ?? navigator.language.slice(0, 2);
    this.language = data.languages.find((one) => one === wanted) ?? data.languages[0] ?? 'en';
    this.seed = Number(store.get('seed') ?? drawn());
    store.set('seed', String(this.seed));
    this.#lost = Number(store.get('checking') ?? 0);
    addEventListener('pagehide', () => store.remove('checking'));
    const { tasks } = data.manifest;
    const task = tasks.find(({ id }) => id === store.get('task')) ?? tasks[0];
    this.task = task?.id ?? '';
    this.file = Object.keys(this.#files).find((name) => name === store.get('open')) ?? task?.file ?? '';
  }

  /** One may have had another reason. */
  get wasLost(): boolean {
    return this.#lost >= 2;
  }

  get words(): PageWords {
    return pageWordsIn(this.language);
  }

  get texts(): PageTexts {
    return this.data.texts[this.language] as PageTexts;
  }

  get files(): Readonly<Record<string, string>> {
    return this.#files;
  }

  tell(change: Change): void {
    for (const view of this.#views) view(change);
  }

  listen(view: (change: Change) => void): void {
    this.#views.push(view);
  }

  speak(language: Language): void {
    this.language = language;
    this.store.set('language', language);
    this.tell('language');
    this.check();
  }

  sow(seed: number = drawn()): void {
    this.seed = seed;
    this.store.set('seed', String(seed));
    this.tell('seed');
    this.check();
  }

  show(file: string): void {
    if (file === this.file) return;
    this.file = file;
    this.store.set('open', file);
    this.tell('file');
  }

  select(task: string): void {
    if (task === this.task) return;
    this.task = task;
    this.store.set('task', task);
    this.tell('task');
  }

  /** A text that a student has typed or brought along. Gives what another tab had written there, unseen. */
  write(file: string, text: string): string | undefined {
    const elsewhere = this.store.keep(file, text);
    this.take(file, text);
    return elsewhere;
  }

  /** A text that is kept already. */
  take(file: string, text: string): void {
    this.#files = { ...this.#files, [file]: text };
    this.tell('text');
    this.#later();
  }

  /** A file of the student's own that is wanted no longer. */
  remove(file: string): void {
    const { [file]: _, ...others } = this.#files;
    this.store.forget(file);
    this.#files = others;
    if (file === this.file) this.show(this.data.manifest.tasks[0]?.file ?? '');
    this.tell('text');
    this.#later();
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.isBusy()) return this.#later();
      this.#engine.prepare(this.#files);
      this.#timer = setTimeout(() => (this.isBusy() ? this.#later() : this.check()), pauseMs - prepareMs);
    }, prepareMs);
  }

  /** The assignment's figures, by the functions as they are now. */
  figures(at: SliderValues): Promise<readonly FigureReply[]> {
    const tasks = this.known?.result.tasks ?? [];
    const inState = (...states: readonly string[]) =>
      tasks.filter((one) => states.includes(one.status)).map((one) => one.id);
    const [passed, endless] = [inState('passed'), inState('timeout', 'crashed')];
    return this.#engine.figures({ at, files: this.#files, passed, endless, task: this.task, language: this.language });
  }

  #isAt(isChecking: boolean): void {
    this.isChecking = isChecking;
    if (isChecking) return this.store.set('checking', String(this.#lost + 1));
    this.#lost = 0;
    this.store.remove('checking');
  }

  check(): void {
    clearTimeout(this.#timer);
    this.#isAt(true);
    this.tell('checking');
    this.#engine.goOn(this.seed, this.#files as Files, this.language, {
      known: (known, isLast) => {
        this.known = known;
        this.#isAt(!isLast);
        this.tell('known');
        if (isLast) this.tell('checking');
      },
      failed: (message) => {
        this.#isAt(false);
        this.tell('checking');
        this.onFailure(message);
      },
    });
  }
}

/** Short enough to be read out, and to be typed. */
const drawn = (): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % 1_000_000;
