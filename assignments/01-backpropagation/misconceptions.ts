import { type Misconception, misconceptions as of } from '../../grader/contract.ts';
import type { BackpropagationTasks } from './reference.ts';

const σ = (z: number): number => 1 / (1 + Math.exp(-z));

export const misconceptions = (t: BackpropagationTasks): readonly Misconception[] => [
  ...of(t.sigmoid, {
    'sigmoid-mirrored': (z) => 1 / (1 + Math.exp(z)),
  }),
  ...of(t.sigmoidDerivative, {
    'derivative-of-the-argument': (z) => z * (1 - z),
    'sigmoid-applied-twice': (z) => σ(σ(z)) * (1 - σ(σ(z))),
  }),
];
