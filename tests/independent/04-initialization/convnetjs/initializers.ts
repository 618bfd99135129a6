import { FullyConnLayer } from 'convnetjs';
import { drawingFrom } from 'without-random';

export const heNormal = (fanIn, fanOut, rng) =>
  drawingFrom(rng, () =>
    new FullyConnLayer({ in_sx: 1, in_sy: 1, in_depth: fanIn, num_neurons: fanOut }).filters.map(({ w }) => [...w]),
  );
