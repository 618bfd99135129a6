import { domain, layers, real, type TaskDomain } from '../../../grader/kit.ts';
import type { GradientControlTasks } from '../reference.ts';
import { weightLandmarks } from './landmarks.ts';

const parameter = real({ from: -1000, to: 1000, usual: [-3, 3] });
const net = layers({ depth: [1, 12], width: [1, 16], weights: parameter, biases: parameter });
const lambda = real({ from: 0, to: 10, usual: [0, 3] });

/** Nine digits: a sum of squares has no terms that cancel, and is off by some 1e-15 of itself, in whatever order it is taken. */
export const regularizationDomains = ({ l2Penalty, l2Gradient }: GradientControlTasks): readonly TaskDomain[] => [
  domain(l2Penalty, [net, lambda], { landmarks: weightLandmarks }),
  domain(l2Gradient, [net, lambda], { landmarks: weightLandmarks }),
];
