import type { Layer } from '../../../../../reference/numerics/types.ts';
import type { Tally } from '../../../../../reference/weights/weight-tally.ts';
import { type DrawnLayer, drawnLayer, he, together, type Variance, xavier } from './drawn-layers.ts';

/** What was drawn for one activation. */
export interface Drawn {
  /** Of the deep net. */
  readonly hidden: readonly DrawnLayer[];
  /** Of all small nets. */
  readonly small: readonly DrawnLayer[];
  /** The last layers of all nets, by the one rule and by the other. */
  readonly last: readonly (readonly DrawnLayer[])[];
}

/** Of nets that were drawn, each by the number of its call. */
export function drawnFor(hiddenVariance: Variance, called: readonly (readonly [number, readonly Layer[]])[]): Drawn {
  const hidden = called.map(([call, layers]) =>
    layers.slice(0, -1).map((layer, l) => drawnLayer(layer, hiddenVariance, call, l)),
  );
  const last = [xavier, he].map((variance) =>
    called.map(([call, layers]) => drawnLayer(layers.at(-1)!, variance, call, layers.length - 1)),
  );
  return { hidden: hidden[0] ?? [], small: hidden.slice(1).flat(), last };
}

/** Small layers that have something in common; each has some five hundred weights. */
const kinds: readonly ((layer: DrawnLayer) => boolean)[] = [
  () => true,
  ({ fanIn }) => fanIn === 1,
  ({ fanOut }) => fanOut === 1,
  ({ fanIn, fanOut }) => fanIn === fanOut,
  ({ fanIn, fanOut }) => fanIn < fanOut,
  ({ fanIn, fanOut }) => fanIn > fanOut,
  ({ fanIn }) => fanIn > 4,
  ({ l }) => l === 0,
];

/** Weights that are judged together, and the layer that is shown where they are wrong. */
export interface Part {
  readonly tally: Tally;
  readonly layer: DrawnLayer;
}

/** Every deep layer by itself, all of them, and small ones by kinds. */
export const partsOf = ({ hidden, small }: Drawn): Part[] => [
  ...hidden.map((layer) => ({ tally: layer.tally, layer })),
  ...[hidden, ...kinds.map((kind) => small.filter(kind))]
    .filter(({ length }) => length > 0)
    .map((layers) => ({ tally: together(layers), layer: layers[0]! })),
];

/** The deep net's last layer, those of all nets, and of those with more inputs, or more outputs. */
export const lastParts = (layers: readonly DrawnLayer[]): Part[] =>
  [
    layers.slice(0, 1),
    layers,
    layers.filter(({ fanIn, fanOut }) => fanIn > fanOut),
    layers.filter(({ fanIn, fanOut }) => fanIn < fanOut),
  ]
    .filter(({ length }) => length > 0)
    .map((some) => ({ tally: together(some), layer: some[0]! }));

export const mostLastParts = 4;
export const mostParts = 20 + 1 + kinds.length;
