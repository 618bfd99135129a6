/** The variance of one layer's weights, as it was measured. */
export interface MeasuredVariance {
  readonly fanIn: number;
  readonly fanOut: number;
  readonly variance: number;
}

/** Var(w) = 1 / (α·fanIn + β·fanOut). */
export interface VarianceLaw {
  readonly alpha: number;
  readonly beta: number;
  /** The largest relative distance of a measured variance from the law. */
  readonly residual: number;
}

/**
 * The law that measured variances follow: least squares of 1/Var = α·fanIn + β·fanOut, each equation divided by its
 * right side, for estimates from as many draws have the same relative error. The fans must not all be in one proportion.
 */
export function fitVarianceLaw(measured: readonly MeasuredVariance[]): VarianceLaw {
  // Rows (fanIn·v, fanOut·v), right sides 1.
  const rows = measured.map(({ fanIn, fanOut, variance }) => [fanIn * variance, fanOut * variance] as const);
  const sum = (of: (row: readonly [number, number]) => number): number => rows.reduce((s, row) => s + of(row), 0);
  const [aa, ab, bb] = [sum(([a]) => a * a), sum(([a, b]) => a * b), sum(([, b]) => b * b)];
  const [a1, b1] = [sum(([a]) => a), sum(([, b]) => b)];
  const determinant = aa * bb - ab * ab;
  const alpha = (a1 * bb - b1 * ab) / determinant;
  const beta = (b1 * aa - a1 * ab) / determinant;
  const residual = rows.reduce((max, [a, b]) => Math.max(max, Math.abs(alpha * a + beta * b - 1)), 0);
  return { alpha, beta, residual };
}
