import { createRng } from '../../../reference/numerics/rng.ts';
import type { Layer, Vector } from '../../../reference/numerics/types.ts';

/**
 * One layer of tanh units that a teacher of large weights has taught: the loss is least where the weights are as large as
 * the teacher's. What is looked at is where it is least once a penalty is added.
 */
const { normal } = createRng(1991);
const draw = (count: number): Vector => Array.from({ length: count }, normal);

const inputs = Array.from({ length: 40 }, () => draw(3));
/** A row for each unit. */
export const weights = Array.from({ length: 16 }, () => draw(3));
const teacher = 3;

/** What the weights are multiplied by, from none to more than the teacher's. */
export const scales = Array.from({ length: 36 }, (_, i) => i / 10);

export const scaled = (scale: number): Layer => ({
  weights: weights.map((row) => row.map((w) => scale * w)),
  biases: weights.map(() => 0),
});

const outputs = (scale: number): Vector =>
  inputs.flatMap((x) => weights.map((row) => Math.tanh(scale * row.reduce((sum, w, i) => sum + w * x[i]!, 0))));

const wanted = outputs(teacher);

/** The mean square of what the layer gives and the teacher does not. */
export const meanLoss = (scale: number): number =>
  outputs(scale).reduce((sum, y, i) => sum + (y - wanted[i]!) ** 2, 0) / wanted.length;

/** The share of units, over all inputs, with a slope of tanh below 0.2. */
export const shareAt = (scale: number): number => {
  const all = outputs(scale);
  return all.filter((y) => 1 - y * y < 0.2).length / all.length;
};
