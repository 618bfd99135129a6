import type { Matrix } from '../../../reference/numerics/types.ts';
import { Tally } from '../../../reference/weights/weight-tally.ts';
import { type Layers, layersOf, type Spread } from './layers.ts';
import { type Alike, alikeAmong, type LayersPart, type Part, together } from './parts.ts';
import { placesIn } from './places.ts';
import { inUnits } from './weights.ts';

/** All that was drawn of one initializer, in units of the standard deviations that it promises. */
export interface DrawnWeights {
  readonly matrices: readonly Matrix[];
  readonly all: Part;
  /** Pair by pair. */
  readonly layers: readonly LayersPart[];
  /** Layers with something in common: from some size on or up to it, square, of an odd number of inputs. */
  readonly alike: readonly Part[];
  /** Places in the matrices with something in common: the first row, every other column, the diagonal. */
  readonly places: readonly Part[];
}

export function drawnWeights(
  input: Spread,
  matrices: readonly Matrix[],
  stdOf: (fanIn: number, fanOut: number) => number,
): DrawnWeights {
  let call = 0;
  const layers = layersOf(input).map((one): LayersPart => {
    const first = call;
    call += one.copies;
    const units = inUnits(matrices.slice(first, call).flat(), stdOf(one.fanIn, one.fanOut));
    const tally = new Tally();
    tally.add(units);
    return { ...one, call: first, tally, units };
  });
  return { matrices, all: together(layers), layers, alike: alikeAmong(layers, alike), places: placesIn(layers) };
}

const alike: Alike<Layers> = {
  orders: [
    ({ fanIn }) => fanIn,
    ({ fanOut }) => fanOut,
    ({ fanIn, fanOut }) => fanIn * fanOut,
    ({ fanIn, fanOut }) => fanIn / fanOut,
    ({ fanIn, fanOut }) => Math.min(fanIn, fanOut),
    ({ fanIn, fanOut }) => Math.max(fanIn, fanOut),
  ],
  kinds: [
    ({ fanIn, fanOut }) => fanIn === fanOut,
    ({ fanIn, fanOut }) => fanIn > fanOut,
    ({ fanIn, fanOut }) => fanIn < fanOut,
    ({ fanIn }) => fanIn % 2 === 0,
    ({ fanIn }) => fanIn % 2 === 1,
    ({ fanOut }) => fanOut % 2 === 0,
    ({ fanOut }) => fanOut % 2 === 1,
  ],
};
