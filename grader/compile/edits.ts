/** Replaces parts of a text, and knows where what is left of it came from. */
export class Edits {
  readonly #source: string;
  readonly #edits: { readonly start: number; readonly end: number; readonly text: string; readonly isOurs: boolean }[] =
    [];

  constructor(source: string) {
    this.#source = source;
  }

  /** Puts in a text of ours. */
  replace(start: number, end: number, text: string): void {
    this.#edits.push({ start, end, text, isOurs: true });
  }

  /** Puts a text in front of everything. */
  prepend(text: string): void {
    this.#edits.unshift({ start: 0, end: 0, text, isOurs: true });
  }

  /** Puts in a text of the same length, in which each place stays what it was. */
  overwrite(start: number, text: string): void {
    this.#edits.push({ start, end: start + text.length, text, isOurs: false });
  }

  /** Ends of lines stay, everything else becomes a blank; the first character may become a mark, such as `;`. */
  blank(start: number, end: number, mark = ''): void {
    this.overwrite(start, blanked(this.#source, start, end, mark));
  }

  /** Edits may not overlap; those at one place come in the order in which they were made. */
  apply(): Edited {
    const edits = [...this.#edits].sort((a, b) => a.start - b.start || a.end - b.end);
    const pieces: string[] = [];
    const spans: Span[] = [];
    let from = 0;
    let length = 0;
    const add = (text: string, original: number, isOurs: boolean): void => {
      if (text === '') return;
      pieces.push(text);
      spans.push({ at: length, original, isOurs });
      length += text.length;
    };
    for (const { start, end, text, isOurs } of edits) {
      add(this.#source.slice(from, start), from, false);
      add(text, start, isOurs);
      from = end;
    }
    add(this.#source.slice(from), from, false);
    return new Edited(pieces.join(''), spans);
  }
}

/** From `at` on the text came from `original` on, place by place; or, where it is ours, all of it from there. */
interface Span {
  readonly at: number;
  readonly original: number;
  readonly isOurs: boolean;
}

export class Edited {
  readonly text: string;
  readonly #spans: readonly Span[];

  constructor(text: string, spans: readonly Span[]) {
    this.text = text;
    this.#spans = spans;
  }

  /** Where a place in the edited text was in the source. */
  original(offset: number): number {
    const span = this.#spanAt(offset);
    if (span === undefined) return 0;
    return span.isOurs ? span.original : span.original + offset - span.at;
  }

  /** Whether a part lies in one text that was put in. */
  isOurs(start: number, end: number): boolean {
    const span = this.#spanAt(start);
    return span?.isOurs === true && span === this.#spanAt(end - 1);
  }

  #spanAt(offset: number): Span | undefined {
    let low = 0;
    for (let high = this.#spans.length; high - low > 1; ) {
      const middle = (low + high) >> 1;
      if (this.#spans[middle]!.at <= offset) low = middle;
      else high = middle;
    }
    return this.#spans[low];
  }
}

/** A part of a text with nothing left but the ends of its lines. */
export function blanked(text: string, start: number, end: number, mark = ''): string {
  return `${mark}${text.slice(start + mark.length, end).replace(/[^\n\r\u2028\u2029]/g, ' ')}`;
}
