import { randn } from 'convnetjs';
import { drawingFrom } from 'without-random';

export const heNormal = (fanIn, fanOut, rng) =>
  drawingFrom(rng, () => {
    const std = Math.sqrt(2 / fanIn);
    return Array.from({ length: fanOut }, () => Array.from({ length: fanIn }, () => randn(0, std)));
  });
