/// <reference lib="dom" />
import type { createMarkdown } from '../../markdown.ts';
import { fill, fillWith, h, ours } from '../dom.ts';
import type { Session } from '../session.ts';
import { lookView } from './look-view.ts';
import { icons, reportView } from './report-view.ts';
import { tabList } from './tabs.ts';

type Panel = 'result' | 'look' | 'hints' | 'printed';

/** What leads to a task's function: to write there, or to look at it beside what is said of it. */
interface Ways {
  readonly goTo: (task: string) => void;
  readonly show: (task: string) => void;
}

/** Below the editor: what came of the task, its hints, what it printed. */
export function panelsView(
  session: Session,
  markdown: ReturnType<typeof createMarkdown>,
  { goTo, show }: Ways,
): HTMLElement {
  let panel: Panel = 'result';
  const tabs = h('div', { class: 'tabs' });
  /** Which task it is that the panels show. Made once: who chooses with the keyboard stays there. */
  const which = h('select', { class: 'which', change: () => show(which.value) });
  const figure = lookView(session);
  const content = h('div', { class: 'panel', id: 'panel', role: 'tabpanel', tabindex: 0 });

  const result = (): readonly Node[] => {
    const { known, task: id, texts, words } = session;
    const task = known?.result.tasks.find((one) => one.id === id);
    const report = known?.reports[id];
    if (task === undefined || report === undefined)
      return [h('p', { class: 'soft' }, session.isChecking ? words.checking : words.unchecked)];
    const isPassed = task.status === 'passed';
    const open = known?.result.tasks.find(({ status }) => status !== 'passed' && status !== 'not-run')?.id;
    const next = known?.start ?? open;
    return [
      ...reportView(task, report, texts.said, words, markdown),
      ...(report.counterexample ? [seedView(session)] : []),
      next !== undefined && next !== id && wayTo(next, isPassed ? words.next : words.start),
      open === undefined && isPassed && h('p', {}, words.done),
    ].filter((one) => one !== false);
  };
  const wayTo = (task: string, label: string): HTMLElement =>
    h('p', {}, h('button', { type: 'button', class: 'link', click: () => goTo(task) }, fill(label, { task })));
  const hints = (): readonly Node[] => {
    const { task, texts, words, store } = session;
    const all = texts.hints[task] ?? [];
    const level = Math.min(Number(store.get(`hints:${task}`) ?? 0), all.length);
    const next = (): void => {
      store.set(`hints:${task}`, String(level + 1));
      draw();
      const heading = content.querySelector<HTMLElement>(':scope > section:last-of-type > h2');
      heading?.focus();
      heading?.scrollIntoView();
    };
    return [
      ...(level === 0 ? [h('p', { class: 'soft' }, words.noHint)] : []),
      ...all
        .slice(0, level)
        .map((html, at) =>
          h(
            'section',
            {},
            h('h2', { tabindex: -1 }, fill(words.hint, { level: at + 1, of: all.length })),
            ours('div', html),
          ),
        ),
      level < all.length
        ? h('button', { type: 'button', click: next }, level === 0 ? words.firstHint : words.nextHint)
        : h('p', { class: 'soft' }, words.lastHint),
    ];
  };
  const printed = (): readonly Node[] => {
    const text = session.known?.result.tasks.find(({ id }) => id === session.task)?.printed ?? '';
    return [text === '' ? h('p', { class: 'soft' }, session.words.nothingPrinted) : h('pre', {}, text)];
  };
  const look = (): readonly Node[] => {
    figure.draw();
    return [figure.element];
  };
  const drawChoice = (): void => {
    which.setAttribute('aria-label', session.texts.said.report.task);
    fillWith(
      which,
      ...session.data.manifest.tasks.map(({ id }) => {
        const status = session.known?.result.tasks.find((task) => task.id === id)?.status ?? 'not-run';
        return h('option', { value: id, selected: id === session.task }, `${icons[status]} ${id}`);
      }),
    );
  };
  const draw = (): void => {
    const { words } = session;
    const choose = (id: string): void => {
      panel = id as Panel;
      draw();
    };
    const labels = [
      { id: 'result', label: words.result },
      ...(session.data.hasFigure ? [{ id: 'look', label: words.look }] : []),
      { id: 'hints', label: words.hints },
      { id: 'printed', label: words.printed },
    ];
    const list = tabList(words.panels, 'panel', labels, panel, choose);
    if (tabs.firstChild === null) fillWith(tabs, list, which);
    else tabs.firstChild.replaceWith(list);
    drawChoice();
    content.setAttribute('aria-label', labels.find(({ id }) => id === panel)?.label ?? '');
    fillWith(content, ...{ result, look, hints, printed }[panel]());
  };
  session.listen((change) => {
    content.classList.toggle('dimmed', session.isChecking);
    content.setAttribute('aria-busy', String(session.isChecking));
    if (change === 'language' || change === 'task' || (change === 'checking' && !session.known)) draw();
    if (change === 'known') {
      drawChoice();
      if (panel === 'look') figure.draw();
      else if (panel !== 'hints') draw();
    }
  });
  draw();
  return h('section', { class: 'panels', id: 'view-result' }, tabs, content);
}

/** From which seed a counterexample is, and how one sees that of another report. */
const seedView = ({ words, known }: Session): HTMLElement =>
  h(
    'p',
    { class: 'soft' },
    `${fill(words.seedHow, { seed: known?.result.seed ?? '' })} `,
    h(
      'button',
      {
        type: 'button',
        class: 'link',
        click: () => document.querySelector<HTMLInputElement>('.seed input')?.select(),
      },
      words.toSeed,
    ),
  );
