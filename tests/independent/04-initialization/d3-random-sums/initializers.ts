import { randomIrwinHall } from 'd3-random';

export function heNormal(fanIn, fanOut, rng) {
  const sum = randomIrwinHall.source(() => rng.uniform())(4);
  const std = Math.sqrt(2 / fanIn);
  // Their variance is 4/12.
  return Array.from({ length: fanOut }, () => Array.from({ length: fanIn }, () => std * Math.sqrt(3) * (sum() - 2)));
}
