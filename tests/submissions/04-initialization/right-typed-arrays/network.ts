import { draw, Family } from './gaussian.ts';
import type { Layer, Rng } from './types.ts';

function* pairs(sizes: readonly number[]): Generator<[number, number]> {
  let before: number | undefined;
  for (const size of sizes) {
    if (before !== undefined) yield [before, size];
    before = size;
  }
}

export const initializeNetwork = (sizes: number[], activation: 'tanh' | 'relu', rng: Rng): Layer[] => {
  console.log(`a net of ${sizes.join(' → ')} for ${activation}`);
  return [...pairs(sizes)].map(([fanIn, fanOut]) => {
    const variance = { tanh: 2 / (fanIn + fanOut), relu: 2 / fanIn }[activation];
    return {
      weights: draw(fanOut, fanIn, variance, activation === 'tanh' ? Family.Normal : Family.Uniform, rng),
      biases: new Float64Array(fanOut) as unknown as number[],
      name: `${fanIn} to ${fanOut}`,
    };
  });
};
