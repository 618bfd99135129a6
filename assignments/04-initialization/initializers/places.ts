import { Tally } from '../../../reference/weights/weight-tally.ts';
import type { LayersPart, Part } from './parts.ts';

/** What is looked at in every matrix: where an index goes wrong, a weight is missing here, or is another one. */
const placeNames = [
  'first-weight',
  'last-weight',
  'first-row',
  'last-row',
  'first-column',
  'last-column',
  'diagonal',
  'every-other-row',
  'every-other-column',
] as const;
type Place = (typeof placeNames)[number];

/** A place of many matrices together; rows of those that have several of them, and so on. */
export function placesIn(layers: readonly LayersPart[]): Part[] {
  const tallies = Object.fromEntries(placeNames.map((place) => [place, new Tally()])) as Record<Place, Tally>;
  for (const { units, fanIn, fanOut } of layers) {
    const size = fanIn * fanOut;
    for (let from = 0; from + size <= units.length; from += size) addPlaces(tallies, units, from, fanIn, fanOut);
  }
  const largest = layers.reduce((a, b) => (b.units.length > a.units.length ? b : a));
  return placeNames.map((place) => ({ tally: tallies[place], call: largest.call }));
}

function addPlaces(
  tallies: Readonly<Record<Place, Tally>>,
  units: Float64Array,
  from: number,
  fanIn: number,
  fanOut: number,
): void {
  const size = fanIn * fanOut;
  const add = (place: Place, first: number, step: number, count: number): void => {
    const tally = tallies[place];
    for (let k = 0; k < count; k++) tally.addOne(units[from + first + k * step]!);
  };
  add('first-weight', 0, 1, 1);
  add('last-weight', size - 1, 1, 1);
  if (fanOut > 1) {
    add('first-row', 0, 1, fanIn);
    add('last-row', size - fanIn, 1, fanIn);
    for (let j = 0; j < fanOut; j += 2) add('every-other-row', j * fanIn, 1, fanIn);
  }
  if (fanIn > 1) {
    add('first-column', 0, fanIn, fanOut);
    add('last-column', fanIn - 1, fanIn, fanOut);
    for (let i = 0; i < fanIn; i += 2) add('every-other-column', i, fanIn, fanOut);
  }
  if (fanIn > 1 && fanOut > 1) add('diagonal', 0, fanIn + 1, Math.min(fanIn, fanOut));
}
