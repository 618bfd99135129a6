import { type Misconception, misconceptions as of } from '../../grader/contract.ts';
import { heNormal, xavierNormal } from '../../reference/initializers.ts';
import type { InitializationTasks } from './reference.ts';
import {
  boxMullerAtZero,
  normalOf,
  truncatedNormal,
  truncatedStd,
  uniformWithin,
  weightsBy,
  wrongWays,
} from './wrong-weights.ts';

const xavierStd = (fanIn: number, fanOut: number): number => Math.sqrt(2 / (fanIn + fanOut));
const heStd = (fanIn: number): number => Math.sqrt(2 / fanIn);

/** Of the two normal initializers. */
export const normalMisconceptions = (t: InitializationTasks): readonly Misconception[] => [
  ...of(t.xavierNormal, {
    ...wrongWays('xavier-normal', xavierNormal),
    'xavier-normal-variance-as-std': normalOf((fanIn, fanOut) => 2 / (fanIn + fanOut)),
    'xavier-normal-one': normalOf((fanIn, fanOut) => Math.sqrt(1 / (fanIn + fanOut))),
    'xavier-normal-three': normalOf((fanIn, fanOut) => Math.sqrt(3 / (fanIn + fanOut))),
    'xavier-normal-six': normalOf((fanIn, fanOut) => Math.sqrt(6 / (fanIn + fanOut))),
    'xavier-normal-root-of-two': normalOf((fanIn, fanOut) => Math.SQRT2 / (fanIn + fanOut)),
    'xavier-normal-precedence': normalOf((fanIn, fanOut) => Math.sqrt(2 / fanIn + fanOut)),
    'xavier-normal-product-of-fans': normalOf((fanIn, fanOut) => Math.sqrt(2 / (fanIn * fanOut))),
    'xavier-normal-fan-in': normalOf((fanIn) => Math.sqrt(1 / fanIn)),
    'xavier-normal-is-he': normalOf(heStd),
    'xavier-normal-is-uniform': uniformWithin((fanIn, fanOut) => Math.sqrt(3) * xavierStd(fanIn, fanOut)),
    'xavier-normal-std-as-limit': uniformWithin(xavierStd),
    'xavier-normal-by-uniform': weightsBy((rng, fanIn, fanOut) => xavierStd(fanIn, fanOut) * rng.uniform()),
    'xavier-normal-one-sided': weightsBy((rng, fanIn, fanOut) => xavierStd(fanIn, fanOut) * Math.abs(rng.normal())),
    'xavier-normal-std-added': weightsBy((rng, fanIn, fanOut) => xavierStd(fanIn, fanOut) + rng.normal()),
    'xavier-normal-truncated': weightsBy((rng, fanIn, fanOut) => xavierStd(fanIn, fanOut) * truncatedNormal(rng)),
    'xavier-normal-truncated-rescaled': weightsBy(
      (rng, fanIn, fanOut) => (xavierStd(fanIn, fanOut) / truncatedStd) * truncatedNormal(rng),
    ),
    'xavier-normal-infinite': weightsBy((rng, fanIn, fanOut) => xavierStd(fanIn, fanOut) * boxMullerAtZero(rng)),
  }),
  ...of(t.heNormal, {
    ...wrongWays('he-normal', heNormal),
    'he-normal-one-over-n': normalOf((fanIn) => Math.sqrt(1 / fanIn)),
    'he-normal-fan-out': normalOf((_, fanOut) => Math.sqrt(2 / fanOut)),
    'he-normal-is-xavier': normalOf(xavierStd),
    'he-normal-variance-as-std': normalOf((fanIn) => 2 / fanIn),
    'he-normal-two-over-root': normalOf((fanIn) => 2 / Math.sqrt(fanIn)),
    'he-normal-root-of-two': normalOf((fanIn) => Math.SQRT2 / fanIn),
    'he-normal-six': normalOf((fanIn) => Math.sqrt(6 / fanIn)),
    'he-normal-is-uniform': uniformWithin((fanIn) => Math.sqrt(6 / fanIn)),
    'he-normal-std-as-limit': uniformWithin(heStd),
    'he-normal-by-uniform': weightsBy((rng, fanIn) => heStd(fanIn) * rng.uniform()),
    'he-normal-one-sided': weightsBy((rng, fanIn) => heStd(fanIn) * Math.abs(rng.normal())),
    'he-normal-std-added': weightsBy((rng, fanIn) => heStd(fanIn) + rng.normal()),
    'he-normal-truncated': weightsBy((rng, fanIn) => heStd(fanIn) * truncatedNormal(rng)),
    'he-normal-truncated-rescaled': weightsBy((rng, fanIn) => (heStd(fanIn) / truncatedStd) * truncatedNormal(rng)),
    'he-normal-infinite': weightsBy((rng, fanIn) => heStd(fanIn) * boxMullerAtZero(rng)),
  }),
];
