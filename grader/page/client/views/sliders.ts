/// <reference lib="dom" />
import type { SliderValues } from '../../../kit.ts';
import type { FigureReply } from '../../engine/messages.ts';
import { fillWith, h } from '../dom.ts';
import type { Session } from '../session.ts';

type Slider = FigureReply['sliders'][number];

/** Between two steps of a slider that runs, for the eye. */
const restMs = 120;

/** The sliders of all figures, each once; one that runs can be started, stopped, and goes on from where it is. */
export class Sliders {
  readonly #session: Session;
  readonly #onMove: () => void;
  readonly #places: Record<string, number> = {};
  readonly #shown = new Map<string, { readonly slider: Slider; readonly show: () => void }>();
  #running: Slider | undefined;

  constructor(session: Session, onMove: () => void) {
    this.#session = session;
    this.#onMove = onMove;
  }

  get at(): SliderValues {
    return this.#places;
  }

  get isRunning(): boolean {
    return this.#running !== undefined;
  }

  forget(): void {
    this.stop();
    this.#shown.clear();
  }

  /** Those of a figure that no figure above it has. */
  of({ sliders }: FigureReply): HTMLElement {
    const own = sliders.filter(({ id }) => !this.#shown.has(id));
    return h('div', { class: 'sliders' }, ...own.map((slider) => this.#made(slider)));
  }

  #made(slider: Slider): HTMLElement {
    const { id, label, from, to, step, runs } = slider;
    this.#places[id] ??= slider.at;
    const value = h('output');
    const input = h('input', {
      type: 'range',
      min: from,
      max: to,
      step,
      input: ({ target }: Event) => {
        const place = Number((target as HTMLInputElement).value);
        this.stop();
        this.#put(slider, place);
      },
    });
    const button = runs && h('button', { type: 'button', click: () => this.#turn(slider) });
    const show = (): void => {
      const { run, halt, goOn } = this.#session.words;
      const place = this.#places[id] ?? slider.at;
      input.value = String(place);
      fillWith(value, place);
      const isFresh = place <= slider.at || place >= to;
      if (button) fillWith(button, this.#running?.id === id ? halt : isFresh ? run : goOn);
    };
    this.#shown.set(id, { slider, show });
    show();
    return h('span', { class: 'slider' }, h('label', {}, `${label} `, input, value), button);
  }

  #put(slider: Slider, place: number): void {
    this.#places[slider.id] = Math.min(place, slider.to);
    this.#shown.get(slider.id)?.show();
    this.#onMove();
  }

  #turn(slider: Slider): void {
    if (this.#running) return this.stop();
    this.#running = slider;
    const place = this.#places[slider.id] ?? slider.at;
    this.#put(slider, place >= slider.to ? slider.at : place);
  }

  stop(): void {
    this.#running = undefined;
    for (const { show } of this.#shown.values()) show();
  }

  /** One step further, once the picture is drawn. */
  runOn(): void {
    const slider = this.#running;
    if (slider === undefined) return;
    const next = (this.#places[slider.id] ?? slider.at) + slider.step;
    if (next > slider.to) return this.stop();
    setTimeout(() => this.#running === slider && this.#put(slider, next), restMs);
  }

  /** What runs begins anew. */
  startOver(): void {
    for (const { slider } of this.#shown.values()) if (slider.runs) this.#places[slider.id] = slider.at;
    this.stop();
  }
}
