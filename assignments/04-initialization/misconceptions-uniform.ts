import { type Misconception, misconceptions as of } from '../../grader/contract.ts';
import { heUniform, standardUniform, xavierUniform } from '../../reference/initializers.ts';
import type { InitializationTasks } from './reference.ts';
import { normalOf, uniformWithin, weightsBy, wrongWays } from './wrong-weights.ts';

/** Of the three uniform initializers. */
export const uniformMisconceptions = (t: InitializationTasks): readonly Misconception[] => [
  ...of(t.standardUniform, {
    ...wrongWays('standard', standardUniform),
    'standard-without-root': uniformWithin((fanIn) => 1 / fanIn),
    'standard-fan-out': uniformWithin((_, fanOut) => 1 / Math.sqrt(fanOut)),
    'standard-both-fans': uniformWithin((fanIn, fanOut) => 1 / Math.sqrt(fanIn + fanOut)),
    'standard-keeps-variance': uniformWithin((fanIn) => Math.sqrt(3 / fanIn)),
    'standard-one-sided': weightsBy((rng, fanIn) => rng.uniform() / Math.sqrt(fanIn)),
    'standard-half-as-wide': uniformWithin((fanIn) => 0.5 / Math.sqrt(fanIn)),
    'standard-is-normal': normalOf((fanIn) => 1 / Math.sqrt(fanIn)),
  }),
  ...of(t.xavierUniform, {
    ...wrongWays('xavier-uniform', xavierUniform),
    'xavier-uniform-variance-as-limit': uniformWithin((fanIn, fanOut) => 2 / (fanIn + fanOut)),
    'xavier-uniform-std-as-limit': uniformWithin((fanIn, fanOut) => Math.sqrt(2 / (fanIn + fanOut))),
    'xavier-uniform-half-as-wide': weightsBy(
      (rng, fanIn, fanOut) => (rng.uniform() - 0.5) * Math.sqrt(6 / (fanIn + fanOut)),
    ),
    'xavier-uniform-one-sided': weightsBy((rng, fanIn, fanOut) => rng.uniform() * Math.sqrt(6 / (fanIn + fanOut))),
    'xavier-uniform-precedence': uniformWithin((fanIn, fanOut) => Math.sqrt(6 / fanIn + fanOut)),
    'xavier-uniform-root-missing': uniformWithin((fanIn, fanOut) => Math.sqrt(6) / (fanIn + fanOut)),
    'xavier-uniform-sum-of-roots': uniformWithin(
      (fanIn, fanOut) => Math.sqrt(6) / (Math.sqrt(fanIn) + Math.sqrt(fanOut)),
    ),
    'xavier-uniform-product-of-fans': uniformWithin((fanIn, fanOut) => Math.sqrt(6 / (fanIn * fanOut))),
    'xavier-uniform-fan-in': uniformWithin((fanIn) => Math.sqrt(3 / fanIn)),
    'xavier-uniform-fan-out': uniformWithin((_, fanOut) => Math.sqrt(3 / fanOut)),
    'xavier-uniform-is-he': uniformWithin((fanIn) => Math.sqrt(6 / fanIn)),
    'xavier-uniform-three': uniformWithin((fanIn, fanOut) => Math.sqrt(3 / (fanIn + fanOut))),
    'xavier-uniform-one': uniformWithin((fanIn, fanOut) => Math.sqrt(1 / (fanIn + fanOut))),
    'xavier-uniform-is-normal': normalOf((fanIn, fanOut) => Math.sqrt(2 / (fanIn + fanOut))),
    'xavier-uniform-limit-as-std': normalOf((fanIn, fanOut) => Math.sqrt(6 / (fanIn + fanOut))),
    'xavier-uniform-limit-added': weightsBy(
      (rng, fanIn, fanOut) => Math.sqrt(6 / (fanIn + fanOut)) + 2 * rng.uniform() - 1,
    ),
  }),
  ...of(t.heUniform, {
    ...wrongWays('he-uniform', heUniform),
    'he-uniform-std-as-limit': uniformWithin((fanIn) => Math.sqrt(2 / fanIn)),
    'he-uniform-variance-as-limit': uniformWithin((fanIn) => 2 / fanIn),
    'he-uniform-one-over-n': uniformWithin((fanIn) => Math.sqrt(3 / fanIn)),
    'he-uniform-fan-out': uniformWithin((_, fanOut) => Math.sqrt(6 / fanOut)),
    'he-uniform-is-xavier': uniformWithin((fanIn, fanOut) => Math.sqrt(6 / (fanIn + fanOut))),
    'he-uniform-root-missing': uniformWithin((fanIn) => 6 / fanIn),
    'he-uniform-root-of-six': uniformWithin((fanIn) => Math.sqrt(6) / fanIn),
    'he-uniform-half-as-wide': weightsBy((rng, fanIn) => (rng.uniform() - 0.5) * Math.sqrt(6 / fanIn)),
    'he-uniform-one-sided': weightsBy((rng, fanIn) => rng.uniform() * Math.sqrt(6 / fanIn)),
    'he-uniform-is-normal': normalOf((fanIn) => Math.sqrt(2 / fanIn)),
    'he-uniform-limit-as-std': normalOf((fanIn) => Math.sqrt(6 / fanIn)),
  }),
];
