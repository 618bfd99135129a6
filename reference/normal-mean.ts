import { gaussLegendre } from './quadrature.ts';
import { normalDensity } from './statistics.ts';

/** Beyond this a normal number is found once in 1e15, and counts no more, for functions that grow no faster than a power. */
const end = 8;
const width = 0.5;
const perPanel = 12;

/**
 * Nodes on [0, 8], panel by panel: a function may have a kink at 0, and changes between panels as it likes. Gauss–Hermite
 * nodes over the whole axis see a kink to four digits only (z/(1 + |z|) with two hundred of them).
 */
const { nodes: ofPanel, weights: weightsOfPanel } = gaussLegendre(perPanel);
const panels = Array.from({ length: end / width }, (_, k) => k * width);

export const halfAxis = {
  end,
  nodes: panels.flatMap((from) => ofPanel.map((x) => from + (width * (1 + x)) / 2)),
  /** Of ∫ from 0 to 8. */
  weights: panels.flatMap(() => weightsOfPanel.map((weight) => (weight * width) / 2)),
} as const;

const densities = halfAxis.nodes.map((z, i) => halfAxis.weights[i]! * normalDensity(z));

/** E f(Z), Z ~ N(0, 1). */
export const normalMean = (f: (z: number) => number): number =>
  halfAxis.nodes.reduce((sum, z, i) => sum + densities[i]! * (f(z) + f(-z)), 0);
