/// <reference lib="dom" />
import { fillWith, h } from '../dom.ts';
import type { Session } from '../session.ts';
import { tabList } from './tabs.ts';

const narrowest = 25;
const widest = 75;

/** A line between two views, and what it divides. */
interface Divider {
  readonly id: 'divider' | 'dividerAcross';
  readonly divided: HTMLElement;
  /** The share of the first of the two, in CSS. */
  readonly property: string;
  readonly share: number;
}

/** A line that is dragged, or moved by the arrow keys. */
function dividerOf(session: Session, { id, divided, property, share: first }: Divider): HTMLElement {
  const isAcross = id === 'dividerAcross';
  const line = h('div', {
    class: isAcross ? 'divider across' : 'divider',
    role: 'separator',
    tabindex: 0,
    'aria-orientation': isAcross ? 'horizontal' : 'vertical',
  });
  const put = (percent: number): void => {
    const share = Math.round(Math.min(Math.max(percent, narrowest), widest));
    divided.style.setProperty(property, `${share}%`);
    line.setAttribute('aria-valuenow', String(share));
    session.store.set(id, String(share));
  };
  line.setAttribute('aria-valuemin', String(narrowest));
  line.setAttribute('aria-valuemax', String(widest));
  const steps: Readonly<Record<string, number>> = isAcross
    ? { ArrowUp: -2, ArrowDown: 2 }
    : { ArrowLeft: -2, ArrowRight: 2 };
  line.addEventListener('keydown', (event) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    put(Number(line.getAttribute('aria-valuenow')) + step);
  });
  line.addEventListener('pointerdown', ({ pointerId }) => line.setPointerCapture(pointerId));
  line.addEventListener('pointermove', ({ clientX, clientY, pointerId }) => {
    if (!line.hasPointerCapture(pointerId)) return;
    const { left, top, width, height } = divided.getBoundingClientRect();
    put(100 * (isAcross ? (clientY - top) / height : (clientX - left) / width));
  });
  put(Number(session.store.get(id) ?? first));
  const name = (): void => line.setAttribute('aria-label', session.words[id]);
  session.listen((change) => change === 'language' && name());
  name();
  return line;
}

/** Side by side where there is room; else one view at a time, chosen by tabs. */
export function layout(session: Session, statement: HTMLElement, code: HTMLElement, panels: HTMLElement) {
  const views = h('nav', { class: 'views' });
  const work = h('div', { class: 'work' }, code, panels);
  const main = h('main', {}, statement, work);
  statement.after(dividerOf(session, { id: 'divider', divided: main, property: '--statement', share: 44 }));
  code.after(dividerOf(session, { id: 'dividerAcross', divided: work, property: '--code', share: 60 }));
  const choose = (view: string): void => {
    document.body.dataset['view'] = view;
    drawTabs();
  };
  const drawTabs = (): void => {
    const { words } = session;
    const tabs = (['task', 'code', 'result'] as const).map((id) => ({ id, label: words[id] }));
    fillWith(
      views,
      tabList(words.views, `view-${document.body.dataset['view']}`, tabs, document.body.dataset['view'] ?? '', choose),
    );
  };
  session.listen((change) => change === 'language' && drawTabs());
  choose('task');
  return { views, main, choose };
}
