/// <reference lib="dom" />
import { fill, fillWith, h } from '../dom.ts';
import type { Session } from '../session.ts';

/** Says, once and politely, which tasks have another state than before: for those who do not see it. */
export function announcer(session: Session): HTMLElement {
  const element = h('div', { class: 'unseen', role: 'status', 'aria-live': 'polite' });
  let before: ReadonlyMap<string, string> | undefined;
  session.listen((change) => {
    if (change !== 'checking' || session.isChecking || session.known === undefined) return;
    const { tasks } = session.known.result;
    const now = new Map(tasks.map(({ id, status }) => [id, status]));
    const said = tasks
      .filter(({ id, status }) => before !== undefined && before.get(id) !== status)
      .map(({ id, status }) => fill(session.words.status, { task: id, status: session.texts.said.status[status] }));
    before = now;
    if (said.length > 0) fillWith(element, said.join(' '));
  });
  return element;
}
