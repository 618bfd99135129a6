/// <reference lib="dom" />

/** What is kept of a file: its text, and which change of it that is. */
interface Kept {
  readonly text: string;
  readonly change: number;
}

/**
 * Everything that a page keeps, in the browser's own storage, from the first keystroke on. Another tab with the same page
 * takes over what was changed; a text that one of them has not seen is never written over.
 */
export class Store {
  readonly #prefix: string;
  readonly #seen = new Map<string, number>();
  /** A file was changed in another tab. */
  onElsewhere: (name: string, text: string) => void = () => {};
  /** The browser keeps nothing. */
  onRefused: () => void = () => {};

  constructor(page: string) {
    this.#prefix = `nabla:${page}:`;
    addEventListener('storage', ({ key, newValue }) => {
      const name = this.#fileOf(key ?? '');
      if (name === undefined || newValue === null) return;
      const { text, change } = JSON.parse(newValue) as Kept;
      this.#seen.set(name, change);
      this.onElsewhere(name, text);
    });
  }

  #fileOf(key: string): string | undefined {
    const start = `${this.#prefix}file:`;
    return key.startsWith(start) ? key.slice(start.length) : undefined;
  }

  #read(name: string): Kept | undefined {
    const found = this.get(`file:${name}`);
    return found === undefined ? undefined : (JSON.parse(found) as Kept);
  }

  get(key: string): string | undefined {
    try {
      return localStorage.getItem(this.#prefix + key) ?? undefined;
    } catch {
      return undefined;
    }
  }

  set(key: string, value: string): void {
    try {
      localStorage.setItem(this.#prefix + key, value);
    } catch {
      this.onRefused();
    }
  }

  remove(key: string): void {
    try {
      localStorage.removeItem(this.#prefix + key);
    } catch {
      // Then nothing was kept, either.
    }
  }

  /** All files that were kept. */
  files(): Readonly<Record<string, string>> {
    const kept: Record<string, string> = {};
    try {
      for (const key of Object.keys(localStorage)) {
        const name = this.#fileOf(key);
        const found = name === undefined ? undefined : this.#read(name);
        if (name === undefined || found === undefined) continue;
        kept[name] = found.text;
        this.#seen.set(name, found.change);
      }
    } catch {
      this.onRefused();
    }
    return kept;
  }

  /** Keeps a file no longer. */
  forget(name: string): void {
    this.#seen.delete(name);
    this.remove(`file:${name}`);
  }

  /** Keeps a file. Gives the text that stood there if another tab has written it and this one has not seen it. */
  keep(name: string, text: string): string | undefined {
    const found = this.#read(name);
    const isUnseen = found !== undefined && found.change !== this.#seen.get(name) && found.text !== text;
    const change = Math.max(found?.change ?? 0, this.#seen.get(name) ?? 0) + 1;
    this.#seen.set(name, change);
    this.set(`file:${name}`, JSON.stringify({ text, change } satisfies Kept));
    if (isUnseen) this.set(`elsewhere:${name}`, found.text);
    return isUnseen ? found.text : undefined;
  }
}
