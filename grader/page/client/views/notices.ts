/// <reference lib="dom" />
import { fillWith, h } from '../dom.ts';

/** What the page has to say, one thing at a time, with what can be done about it. */
export class Notices {
  readonly element = h('div', { class: 'notice', role: 'status', hidden: true });
  readonly #close: () => string;

  constructor(close: () => string) {
    this.#close = close;
  }

  /** Gives what takes it back, for when it is true no longer. */
  say(text: string, action?: { readonly label: string; readonly act: () => void }): () => void {
    const before = document.activeElement;
    const sentence = h('span', {}, text);
    const takeBack = (): void => {
      if (sentence.isConnected) this.element.hidden = true;
    };
    const done = (act?: () => void) => () => {
      takeBack();
      act?.();
      // Whoever answers goes on where they were.
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
    this.element.hidden = false;
    fillWith(
      this.element,
      sentence,
      action && h('button', { type: 'button', click: done(action.act) }, action.label),
      h('button', { type: 'button', 'aria-label': this.#close(), click: done() }, '×'),
    );
    return takeBack;
  }
}
