import { Interval, type Violation } from '../../../grader/kit.ts';
import type { Matrix } from '../../../reference/numerics/types.ts';
import { varianceOf } from '../parameters.ts';
import { isSmall, type Layers } from './layers.ts';
import type { Promised } from './promises.ts';

/** fanOut rows of fanIn weights. */
export function unlessFanOutByFanIn(rows: Matrix, fanIn: number, fanOut: number): Violation | undefined {
  const kind = 'length';
  if (rows.length !== fanOut) return { kind, expected: fanOut, received: rows.length };
  const j = rows.findIndex((row) => row.length !== fanIn);
  return j < 0 ? undefined : { kind, path: `[${j}]`, expected: fanIn, received: rows[j]!.length };
}

/** What no weight is beyond, but for rounding; infinite for a normal. */
export const limitOf = (promise: Promised, fanIn: number, fanOut: number): number =>
  promise.family.limit * Math.sqrt(varianceOf(promise, fanIn, fanOut));

/** A weight beyond the limit is a proof, not a statistic. One that is no number is beyond any. */
export function unlessWithinLimit(rows: Matrix, limit: number, slack: number): Violation | undefined {
  const most = limit * (1 + slack);
  for (let j = 0; j < rows.length; j++) {
    const row = rows[j]!;
    for (let i = 0; i < row.length; i++) {
      if (Math.abs(row[i]!) <= most) continue;
      return { path: `[${j}][${i}]`, expected: new Interval(0, limit), received: row[i]! };
    }
  }
  return undefined;
}

/** The same of layers of every size beyond the smallest. Whether the weights of a normal are finite is asked where that is in doubt. */
export function unlessShaped(
  layers: readonly Layers[],
  matrices: readonly Matrix[],
  promise: Promised,
): Violation | undefined {
  let call = 0;
  for (const { fanIn, fanOut, copies } of layers) {
    const limit = limitOf(promise, fanIn, fanOut);
    for (let copy = 0; copy < copies; copy++, call++) {
      if (isSmall(fanIn, fanOut)) continue;
      const rows = matrices[call] ?? [];
      const violation = unlessFanOutByFanIn(rows, fanIn, fanOut) ?? unlessWithinLimit(rows, limit, promise.slack);
      if (violation) return { ...violation, call };
    }
  }
  return undefined;
}
