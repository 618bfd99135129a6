import 'tfjs-platform';
import { tidy } from '@tensorflow/tfjs-core';
import { drawingFrom } from 'without-random';

/** TensorFlow's weights are fanIn × fanOut. */
export const initial = (initializer, fanIn, fanOut, rng) =>
  drawingFrom(rng, () => {
    const drawn = tidy(() => initializer.apply([fanIn, fanOut]).arraySync());
    return Array.from({ length: fanOut }, (_, j) => drawn.map((row) => row[j]));
  });
