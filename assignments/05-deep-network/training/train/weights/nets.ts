import * as fc from 'fast-check';
import { RngSeed } from '../../../../../grader/kit.ts';
import type { TrainingSettings } from '../../../../../reference/nets/training.ts';
import type { Vector } from '../../../../../reference/numerics/types.ts';
import { seed } from '../../../nets/generators.ts';
import type { TrainArgs } from '../../../reference.ts';
import type { Rules } from '../../../rules.ts';

/** Many small nets, and for each activation one of twenty hidden layers: square, wide and tall ones. */
export interface Nets {
  readonly small: readonly { readonly sizes: readonly number[]; readonly state: number }[];
  readonly width: number;
  readonly states: readonly number[];
}

const smallNets = 100;
const width = fc.integer({ min: 1, max: 7 });
/** Up to twenty hidden layers of one to seven units; or one and many by turns. */
const smallSizes = fc.oneof(
  { weight: 9, arbitrary: fc.noBias(fc.array(width, { minLength: 2, maxLength: 22, size: 'max' })) },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 30, max: 40 }).map((n) => Array.from({ length: 22 }, (_, l) => (l % 2 ? n : 1))),
  },
);

export const nets: fc.Arbitrary<Nets> = fc.record({
  small: fc.array(fc.record({ sizes: smallSizes, state: seed }), { minLength: smallNets, maxLength: smallNets }),
  width: fc.integer({ min: 18, max: 21 }).map((half) => 2 * half),
  /** The third is for the fingerprint. */
  states: fc.array(seed, { minLength: 3, maxLength: 3 }),
});

/** Twenty hidden layers: to the same width, to half of it, from there to one and a half, and back. */
export const deepSizes = (width: number): number[] => {
  const same = (count: number): number[] => Array.from({ length: count }, () => width);
  const [half, more] = [width / 2, (3 * width) / 2];
  return [more, ...same(7), half, more, half, more, half, more, ...same(7), 12];
};

/** Weights as they were drawn: no epoch, or steps of length 0, whatever else is in the settings. */
export function drawing(
  { clipping }: Rules,
  sizes: readonly number[],
  activation: string,
  state: number,
  still: boolean,
): TrainArgs {
  const [inputs = 1, ...widths] = sizes;
  const settings: TrainingSettings<string> = {
    hiddenSizes: widths.slice(0, -1),
    classes: widths.at(-1)!,
    activation,
    epochs: still ? 1 : 0,
    batchSize: 3,
    learningRate: still ? 0 : 0.1,
    ...(still && { l2: 0.01 }),
    ...(still && clipping === 'norm' && { maxNorm: 0.5 }),
    ...(still && clipping === 'value' && { limit: 0.5 }),
  };
  const input: Vector = Array.from({ length: inputs }, (_, i) => ((i % 5) - 2) / 2);
  return [{ inputs: [input], labels: [0] }, settings, new RngSeed(state)];
}
