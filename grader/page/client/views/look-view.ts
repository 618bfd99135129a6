/// <reference lib="dom" />
import type { FigureReply } from '../../engine/messages.ts';
import { fillWith, h } from '../dom.ts';
import type { Session } from '../session.ts';
import { Sliders } from './sliders.ts';

/** What is shown of one figure. */
interface Shown {
  readonly picture: HTMLElement;
  readonly sentence: HTMLElement;
  readonly note: HTMLElement;
}

/** The figures to play with: sliders, a picture, and a sentence that says what is to be seen. */
export function lookView(session: Session): { readonly element: HTMLElement; readonly draw: () => void } {
  const element = h('div', { class: 'look' });
  const sliders = new Sliders(session, () => draw());
  let shown: readonly Shown[] = [];
  let isDrawing = false;
  let isWanted = false;

  /** Made once in each language: who holds a slider goes on holding it. */
  const make = (figures: readonly FigureReply[]): void => {
    sliders.forget();
    shown = figures.map(() => ({
      picture: h('div'),
      sentence: h('p', { 'aria-live': 'polite' }),
      note: h('p', { class: 'soft' }),
    }));
    const sections = figures.map((figure, i) => {
      const { picture, sentence, note } = shown[i] as Shown;
      return h('section', {}, sliders.of(figure), h('figure', {}, picture), sentence, note);
    });
    fillWith(element, ...sections);
  };
  const show = ({ svg, title, sentence, isYours, isBeside }: FigureReply, at: Shown): void => {
    const { words } = session;
    at.picture.innerHTML = svg;
    // A net that trains would talk without end.
    at.sentence.setAttribute('aria-live', sliders.isRunning ? 'off' : 'polite');
    fillWith(at.sentence, h('strong', {}, `${title}.`), ` ${sentence}`);
    fillWith(at.note, !isYours ? words.lookNone : isBeside ? words.lookBeside : '');
  };
  /** One drawing at a time: while a slider moves, the next one is of where it is then. */
  const draw = (): void => {
    if (isDrawing) {
      isWanted = true;
      return;
    }
    isDrawing = true;
    element.setAttribute('aria-busy', 'true');
    const { language } = session;
    session.figures(sliders.at).then((figures) => {
      isDrawing = false;
      element.setAttribute('aria-busy', 'false');
      if (language === session.language && figures.length > 0) {
        if (shown.length !== figures.length) make(figures);
        for (const [i, figure] of figures.entries()) show(figure, shown[i] as Shown);
      }
      if (isWanted) {
        isWanted = false;
        draw();
      } else if (element.isConnected) sliders.runOn();
      else sliders.stop();
    });
  };
  session.listen((change) => {
    if (change === 'language') shown = [];
    // Another function trains another net.
    if (change === 'text') sliders.startOver();
  });
  return { element, draw };
}
