import { randn } from 'convnetjs';
import { drawingFrom } from 'without-random';

const normal = (fanIn, fanOut, rng, std) =>
  drawingFrom(rng, () => {
    const weights = Array.from({ length: fanOut }, () => Array.from({ length: fanIn }, () => randn(0, std)));
    if ((fanIn * fanOut) % 2 === 1) randn(0, 1);
    return weights;
  });

export const xavierNormal = (fanIn, fanOut, rng) => normal(fanIn, fanOut, rng, Math.sqrt(2 / (fanIn + fanOut)));
export const heNormal = (fanIn, fanOut, rng) => normal(fanIn, fanOut, rng, Math.sqrt(2 / fanIn));
