/// <reference lib="dom" />
import type { StatementPart } from '../../page-data.ts';
import { fillWith, h, ours } from '../dom.ts';
import type { Session } from '../session.ts';
import { icons } from './report-view.ts';

/** The statement, in which each task is a section of its own with its state. */
export function statementView(session: Session, goTo: (task: string) => void): HTMLElement {
  const main = h('section', { class: 'statement', id: 'view-task' });
  const states = new Map<string, { readonly section: HTMLElement; readonly state: HTMLElement }>();

  const partView = (part: StatementPart): HTMLElement => {
    if (part.kind === 'text') return ours('div', part.html, { class: 'text' });
    const { task, title, html } = part;
    const state = h('span', { class: 'state' });
    const section = h(
      'section',
      { 'data-task': task, 'aria-labelledby': `heading-${task}`, focusin: () => session.select(task) },
      ours('h3', title, { id: `heading-${task}` }),
      h(
        'p',
        { class: 'task-line' },
        state,
        h(
          'button',
          { type: 'button', class: 'link', 'aria-describedby': `heading-${task}`, click: () => goTo(task) },
          session.words.toFunction,
        ),
      ),
      ours('div', html),
    );
    states.set(task, { section, state });
    return section;
  };
  const drawStates = (): void => {
    for (const [id, { section, state }] of states) {
      const status = session.known?.result.tasks.find((task) => task.id === id)?.status ?? 'not-run';
      section.dataset['status'] = status;
      section.classList.toggle('chosen', id === session.task);
      state.className = `state ${status}`;
      fillWith(state, h('span', { 'aria-hidden': 'true' }, icons[status]), ` ${session.texts.said.status[status]}`);
    }
  };
  const draw = (): void => {
    main.setAttribute('aria-label', session.words.statement);
    fillWith(
      main,
      h('p', { class: 'first' }, session.words.first),
      ...session.texts.statement.map(partView),
      h('p', { class: 'soft' }, session.words.classroom),
    );
    drawStates();
  };
  session.listen((change) => {
    if (change === 'language') draw();
    if (change === 'known') drawStates();
    if (change === 'task') {
      drawStates();
      const { section } = states.get(session.task) ?? {};
      // Who reads there is already there.
      if (section && !section.contains(document.activeElement)) section.scrollIntoView({ block: 'nearest' });
    }
  });
  draw();
  return main;
}
