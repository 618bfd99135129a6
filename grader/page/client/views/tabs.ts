/// <reference lib="dom" />
import { h } from '../dom.ts';

export interface Tab {
  readonly id: string;
  readonly label: string;
  /** Properties of the tab's own. */
  readonly properties?: Readonly<Record<string, string>>;
}

/** A list of tabs, of which one is chosen: by a click, or by the arrow keys as readers of screens expect. */
export function tabList(
  label: string,
  panel: string,
  tabs: readonly Tab[],
  chosen: string,
  choose: (id: string) => void,
): HTMLElement {
  /** Chooses, and stays at the tab: the list may be made anew. */
  const go = (id: string): void => {
    const holder = list.parentElement;
    choose(id);
    holder?.querySelector<HTMLElement>(':scope > [role=tablist] > [aria-selected=true]')?.focus();
  };
  const buttons = tabs.map(({ id, label: text, properties = {} }) =>
    h(
      'button',
      {
        type: 'button',
        role: 'tab',
        'aria-selected': String(id === chosen),
        'aria-controls': panel,
        tabindex: id === chosen ? 0 : -1,
        ...properties,
        click: () => go(id),
      },
      text,
    ),
  );
  const list = h(
    'div',
    {
      role: 'tablist',
      'aria-label': label,
      keydown: (event: KeyboardEvent) => {
        const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
        if (step === undefined || at === -1) return;
        event.preventDefault();
        const next = (at + step + tabs.length) % tabs.length;
        go(tabs[next]?.id ?? '');
      },
    },
    ...buttons,
  );
  return list;
}
