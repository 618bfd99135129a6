/// <reference lib="dom" />

import { pageWordsIn } from '../../words.ts';
import { fill, fillWith, h } from '../dom.ts';
import type { Session } from '../session.ts';
import { fileMenu } from './file-menu.ts';
import type { Notices } from './notices.ts';
import { icons } from './report-view.ts';

/**
 * The top of the page: title, points, seed, language, theme, files.
 *
 * @param lead where a task's chip leads
 */
export function headerView(session: Session, notices: Notices, lead: (task: string) => void): HTMLElement {
  const bar = h('ul', { class: 'bar' });
  const total = h('output', { class: 'total' });
  const tools = h('div', { class: 'tools' });
  const title = h('h1');
  /** Made once: whoever is at one of them stays there while states change. */
  const chips = session.data.manifest.tasks.map(({ id, points }) => {
    const button = h('button', { type: 'button', click: () => lead(id) });
    return { id, button, item: h('li', { style: `flex-grow: ${points}` }, button) };
  });
  fillWith(bar, ...chips.map(({ item }) => item));
  const drawTools = (): void => {
    const { words, data, texts, language } = session;
    const before = [...tools.querySelectorAll<HTMLElement>(focusable)].indexOf(document.activeElement as HTMLElement);
    fillWith(title, h('span', { 'aria-hidden': 'true' }, '∇ '), texts.title);
    document.title = `∇ ${texts.title}`;
    document.documentElement.lang = language;
    bar.setAttribute('aria-label', texts.said.report.points);
    fillWith(
      tools,
      seedField(session, notices),
      data.languages.length > 1 &&
        h(
          'select',
          { 'aria-label': words.language, change: ({ target }: Event) => session.speak(chosen(target) as 'en' | 'ru') },
          ...data.languages.map((one) =>
            h('option', { value: one, selected: one === language, lang: one }, pageWordsIn(one).languageItself),
          ),
        ),
      h('button', { type: 'button', 'aria-label': words.theme, title: words.theme, click: turnTheme }, '◐'),
      fileMenu(session, notices),
    );
    // Whoever has changed the language is still at the choice of it.
    tools.querySelectorAll<HTMLElement>(focusable)[before]?.focus();
  };
  const drawPoints = (): void => {
    const { known, words, texts } = session;
    const { points, maxPoints } = known?.result ?? { points: 0, maxPoints: 100 };
    fillWith(total, fill(words.points, { points, maxPoints }));
    total.dataset['points'] = String(points);
    for (const { id, button, item } of chips) {
      const status = known?.result.tasks.find((task) => task.id === id)?.status ?? 'not-run';
      item.className = status;
      button.title = `${id}: ${texts.said.status[status]}`;
      button.setAttribute('aria-label', button.title);
      fillWith(button, icons[status]);
    }
  };
  session.listen((change) => {
    if (change === 'language') drawTools();
    const seed = tools.querySelector('input');
    if (change === 'seed' && seed) seed.value = String(session.seed);
    if (change === 'language' || change === 'known') drawPoints();
  });
  drawTools();
  drawPoints();
  return h('header', {}, title, h('div', { class: 'points' }, bar, total), tools);
}

const chosen = (target: EventTarget | null): string => (target as HTMLSelectElement).value;

const maxSeed = 2 ** 32 - 1;
const focusable = 'input:not([hidden]), select, button, summary';

/** Takes a seed as a report has it, with words around it, too. */
function seedField(session: Session, notices: Notices): HTMLElement {
  const { words, seed } = session;
  let takeBack = (): void => {};
  const change = ({ target }: Event): void => {
    const wanted = Number(/\d+/.exec(chosen(target))?.[0] ?? Number.NaN);
    takeBack();
    if (wanted <= maxSeed) return session.sow(wanted);
    (target as HTMLInputElement).value = String(session.seed);
    takeBack = notices.say(fill(words.noSeed, { most: maxSeed }));
  };
  return h(
    'span',
    { class: 'seed' },
    h('label', {}, `${words.seed} `, h('input', { inputmode: 'numeric', value: seed, change, size: 10 })),
    h('button', { type: 'button', 'aria-label': words.newSeed, title: words.newSeed, click: () => session.sow() }, '↻'),
  );
}

/** Light or dark: the system's choice, until somebody chooses. */
function turnTheme(): void {
  const root = document.documentElement;
  const isDark = getComputedStyle(root).getPropertyValue('--is-dark').trim() === '1';
  root.dataset['theme'] = isDark ? 'light' : 'dark';
  try {
    localStorage.setItem('nabla:theme', root.dataset['theme']);
  } catch {
    // Then it is chosen anew next time.
  }
}

export function restoreTheme(): void {
  try {
    const theme = localStorage.getItem('nabla:theme');
    if (theme !== null) document.documentElement.dataset['theme'] = theme;
  } catch {
    // The system's choice.
  }
}
