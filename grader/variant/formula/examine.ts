import { derivative } from '../../../reference/numerics/finite-differences.ts';
import { dualAt, type Expression, valueAt } from '../../../reference/text/expression.ts';
import { type ErrorKey, NablaError, type Values } from '../../errors.ts';

/** What a formula is as a function of z. */
export interface Examination {
  readonly limit: number;
  readonly range: readonly [least: number, largest: number];
}

/** Where every activation has to be a function: what the laws ask most lies in here. */
const core = 20;
const step = 1 / 16;
const grid = Array.from({ length: (2 * core) / step + 1 }, (_, i) => -core + i * step);

/** Away from where a second derivative may jump, which is at a number with few digits as a rule. */
const between = grid.slice(0, -1).map((z) => z + step / 2);

const limits = [1e4, 300, 100, 40, core];
/** Who squares what the formula is made of is not to overflow either. */
const reserve = 2.2;

const shortly = (z: number): string => String(Number(z.toPrecision(3)));

const refuse = (key: ErrorKey, values: Values = {}): never => {
  throw new NablaError('bad-formula', key, values);
};

/**
 * How far out a formula can be computed, and between which values it lies. Throws `bad-formula` for one that has no value
 * or, where it has to be smooth, no derivative somewhere in [−20, 20], that jumps, or that is constant.
 */
export function examine(expression: Expression, isSmooth: boolean): Examination {
  const value = (z: number): number => valueAt(expression, z);
  const slope = (z: number): number => dualAt(expression, z).slope;
  for (const z of grid) {
    if (!Number.isFinite(value(z))) refuse('formula-not-finite', { z: shortly(z), core });
  }
  const values = grid.map(value);
  if (Math.max(...values) - Math.min(...values) <= 1e-9 * Math.max(...values.map(Math.abs))) {
    refuse('formula-constant');
  }
  const jump = jumpOf(value);
  if (jump !== undefined) {
    refuse(jump.isPole ? 'formula-pole' : 'formula-jump', { z: shortly(jump.z), core });
  }
  if (isSmooth) {
    const odd = grid.find((z) => !Number.isFinite(slope(z))) ?? jumpOf(slope)?.z;
    if (odd !== undefined) refuse('formula-no-derivative', { z: shortly(odd), core });
    const rough = between.find((z) => Math.abs(derivative(value, z) - slope(z)) > 1e-7 * (1 + Math.abs(slope(z))));
    if (rough !== undefined) refuse('formula-quick', { z: shortly(rough) });
  }
  const limit = limits.find((far) => isFinitePast(expression, far));
  if (limit === undefined) return refuse('formula-fast', { z: core * reserve });
  const all = [...values, ...farOut(limit).map(value)];
  return { limit, range: [Math.min(...all), Math.max(...all)] };
}

/** Powers of two times the core, on both sides, and the limit itself. */
function farOut(limit: number): readonly number[] {
  const ends = [limit];
  for (let z = core; z < limit; z *= 2) ends.push(z);
  return ends.flatMap((z) => [z, -z]);
}

const isFinitePast = (expression: Expression, limit: number): boolean =>
  farOut(limit * reserve).every((z) => {
    const { value, slope } = dualAt(expression, z);
    return Number.isFinite(value) && Number.isFinite(slope);
  });

/** Changes that are smaller, beside the values, are none. */
const smallest = 1e-6;

/**
 * Where a function still changes when two points of the grid are drawn together: half by half, to where it changes more.
 * A continuous one changes less and less on the way.
 */
function jumpOf(f: (z: number) => number): { readonly z: number; readonly isPole: boolean } | undefined {
  for (const [i, from] of grid.slice(0, -1).entries()) {
    let [left, right] = [from, grid[i + 1]!];
    let [atLeft, atRight] = [f(left), f(right)];
    const scale = Math.max(Math.abs(atLeft), Math.abs(atRight), 1);
    while (right - left > 1e-13 && Math.abs(atRight - atLeft) > smallest * scale) {
      const middle = (left + right) / 2;
      const value = f(middle);
      if (!Number.isFinite(value)) return { z: middle, isPole: true };
      if (Math.abs(value - atLeft) > Math.abs(atRight - value)) [right, atRight] = [middle, value];
      else [left, atLeft] = [middle, value];
    }
    const change = Math.abs(atRight - atLeft);
    if (change > smallest * scale) return { z: right, isPole: change > 1e3 * scale };
  }
  return undefined;
}
