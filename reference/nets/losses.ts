import type { Vector } from '../numerics/types.ts';

/** The loss of one prediction y for the target t, and its first and second derivatives with respect to y. */
interface Cost {
  readonly of: (t: number, y: number) => number;
  readonly slope: (t: number, y: number) => number;
  readonly curvature: (t: number, y: number) => number;
}

const costs = {
  /** −[t ln y + (1 − t) ln(1 − y)], natural logarithms; slope (y − t) / (y(1 − y)). */
  'binary-cross-entropy': {
    of: (t, y) => -(t * Math.log(y) + (1 - t) * Math.log1p(-y)),
    slope: (t, y) => (y - t) / (y * (1 - y)),
    curvature: (t, y) => t / y ** 2 + (1 - t) / (1 - y) ** 2,
  },
  /** (y − t)²; slope 2(y − t). */
  'squared-error': {
    of: (t, y) => (y - t) ** 2,
    slope: (t, y) => 2 * (y - t),
    curvature: () => 2,
  },
  /** ½(y − t)²; slope y − t. */
  'half-squared-error': {
    of: (t, y) => 0.5 * (y - t) ** 2,
    slope: (t, y) => y - t,
    curvature: () => 1,
  },
} satisfies Readonly<Record<string, Cost>>;

export type LossName = keyof typeof costs;

/** Whether the costs of N predictions are averaged, 1/N, or added up. */
export type Reduction = 'mean' | 'sum';

/** L(t, y), the gradient ∂L/∂y_i, and ∂²L/∂y_i². */
export interface Loss {
  readonly value: (targets: Vector, predictions: Vector) => number;
  readonly gradient: (targets: Vector, predictions: Vector) => Vector;
  readonly curvature: (targets: Vector, predictions: Vector) => Vector;
}

/** L = (1/N) Σ cost(t_i, y_i), or the sum without 1/N. */
export function lossOf(name: LossName, reduction: Reduction): Loss {
  const cost: Cost = costs[name];
  const shares = reduction === 'mean' ? (n: number) => n : () => 1;
  const each = (of: Cost['of']) => (targets: Vector, predictions: Vector) =>
    targets.map((t, i) => of(t, predictions[i]!) / shares(targets.length));
  return {
    value: (targets, predictions) =>
      targets.reduce((sum, t, i) => sum + cost.of(t, predictions[i]!), 0) / shares(targets.length),
    gradient: each(cost.slope),
    curvature: each(cost.curvature),
  };
}

/** The lecture's: L(t, y) = −(1/N) Σ [t_i ln y_i + (1 − t_i) ln(1 − y_i)], and ∂L/∂y_i = (y_i − t_i) / (N·y_i(1 − y_i)). */
export const { value: binaryCrossEntropy, gradient: binaryCrossEntropyGradient } = lossOf(
  'binary-cross-entropy',
  'mean',
);
