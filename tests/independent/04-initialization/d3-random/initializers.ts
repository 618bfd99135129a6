import { randomNormal, randomUniform } from 'd3-random';

const weights = (fanIn, fanOut, draw) =>
  Array.from({ length: fanOut }, () => Array.from({ length: fanIn }, () => draw()));

const uniform = (fanIn, fanOut, rng, limit) =>
  weights(fanIn, fanOut, randomUniform.source(() => rng.uniform())(-limit, limit));

const normal = (fanIn, fanOut, rng, std) => weights(fanIn, fanOut, randomNormal.source(() => rng.uniform())(0, std));

export const standardUniform = (fanIn, fanOut, rng) => uniform(fanIn, fanOut, rng, 1 / Math.sqrt(fanIn));
export const xavierUniform = (fanIn, fanOut, rng) => uniform(fanIn, fanOut, rng, Math.sqrt(6 / (fanIn + fanOut)));
export const xavierNormal = (fanIn, fanOut, rng) => normal(fanIn, fanOut, rng, Math.sqrt(2 / (fanIn + fanOut)));
export const heNormal = (fanIn, fanOut, rng) => normal(fanIn, fanOut, rng, Math.sqrt(2 / fanIn));
export const heUniform = (fanIn, fanOut, rng) => uniform(fanIn, fanOut, rng, Math.sqrt(6 / fanIn));
