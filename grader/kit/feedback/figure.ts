import type { Spoken } from '../spoken.ts';
import type { Asking, LookCalls, LookWords } from './look.ts';

/** A number of a figure that one can move. What it is called stands under its id among the figure's labels. */
export interface Slider {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly step: number;
  /** Where it is at first. */
  readonly at: number;
  /** Whether it can be let run on by itself, as epochs do. */
  readonly runs?: true;
}

/** Where all sliders are, by their ids. */
export type SliderValues = Readonly<Record<string, number>>;

/**
 * A figure to play with: at the sliders' values it is a picture of what the student's own functions answer. Where one of
 * them is not right yet, the picture of the right ones is drawn beside it. Several figures may share a slider, by its id.
 */
export interface Figure {
  readonly sliders: readonly Slider[];
  readonly words: Spoken<Omit<LookWords, 'question' | 'answer'>>;
  /** `task`: the one at which the student is. */
  readonly look: (at: SliderValues, task: string) => Asking;
}

/**
 * A picture of a figure, with the types of its calls checked, and then forgotten: a list of figures has none in common.
 */
export const pictureAt = <const Asks extends readonly LookCalls[]>(of: Asking<Asks>): Asking => of as unknown as Asking;
