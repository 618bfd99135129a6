import { Layer } from 'ml-fnn/src/Layer';
import { drawingFrom } from 'without-random';

export const standardUniform = (fanIn, fanOut, rng) =>
  drawingFrom(rng, () =>
    new Layer({ inputSize: fanIn, outputSize: fanOut, activation: 'tanh' }).W.transpose().to2DArray(),
  );
