import type { Activation } from './activation-choice.ts';
import { type Member, memberOf, type Squashing, squashing } from './squashing.ts';

/** Why an activation is not one of those that saturate on both sides alike, from the plainest reason to the subtlest. */
export type Fault = 'falls' | 'unbounded' | 'not-steepest-at-zero' | 'lopsided' | 'size' | 'width' | 'short';

/** An activation by its values and slopes alone. */
export type Measured = Pick<Activation, 'value' | 'derivative' | 'limit'>;

/** As far out as anything is looked at: beyond, slopes that fall as 1/z³ are too small to be told from 0. */
const far = 1e5;

/** Sizes that laws and examples are made for: of the values, and of the z at which half of the slope is left. */
const sizes = { least: 0.1, largest: 20 };
const widths = { least: 0.1, largest: 10 };

/** Every formula has to be computable so far out: saturation is looked at there. */
const leastLimit = 40;

/** Close together where the function bends, then farther and farther apart. */
const grid = (limit: number): readonly number[] =>
  Array.from({ length: 400 }, (_, i) => 0.025 * 1.04 ** i).filter((z) => z <= limit);

/** The first reason why an activation does not saturate as it should; undefined where it does. */
export function faultOf({ value, derivative, limit }: Measured): Fault | undefined {
  if (limit < leastLimit) return 'short';
  const reach = Math.min(limit, far);
  const points = grid(reach);
  const steepest = derivative(0);
  const isClose = (a: number, b: number, scale: number): boolean => Math.abs(a - b) <= 1e-9 * scale;
  if (!(value(reach) > value(-reach)) || [0, ...points].some((z) => derivative(z) < -1e-9 || derivative(-z) < -1e-9)) {
    return 'falls';
  }
  const size = (value(reach) - value(-reach)) / 2;
  const grown = (from: number): number => value(from) - value(from / 2);
  if (grown(reach) > 0.8 * grown(reach / 2) && grown(reach) > 1e-9 * size) return 'unbounded';
  const slopes = [steepest, ...points.map(derivative)];
  const isFalling = slopes.every((slope, i) => i === 0 || slope < slopes[i - 1]! || slope < 1e-9 * steepest);
  if (!isFalling || points.some((z) => derivative(-z) > steepest)) return 'not-steepest-at-zero';
  if (points.some((z) => !isClose(value(z) + value(-z), 2 * value(0), size))) return 'lopsided';
  if (size < sizes.least || size > sizes.largest) return 'size';
  const half = halfPoint({ derivative, limit });
  return half < widths.least || half > widths.largest ? 'width' : undefined;
}

/** Where a function that rises from below 0 to above it passes through 0, to the last digit. */
function crossing(rising: (z: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (rising(middle) < 0) low = middle;
    else high = middle;
  }
}

/** The least power of two, and no more than the limit, where `isBeyond` holds. */
function beyond(isBeyond: (z: number) => boolean, limit: number): number {
  let z = 1;
  while (z < limit && !isBeyond(z)) z *= 2;
  return Math.min(z, limit);
}

/** The z > 0 where the slope is `share` of that at 0. */
function pointOf({ derivative, limit }: Pick<Measured, 'derivative' | 'limit'>, share: number): number {
  const threshold = share * derivative(0);
  const fallen = (z: number): number => threshold - derivative(z);
  return crossing(
    fallen,
    0,
    beyond((z) => fallen(z) > 0, limit),
  );
}

const halfPoint = (measured: Pick<Measured, 'derivative' | 'limit'>): number => pointOf(measured, 0.5);

/** What saturates in a way that no formula inverts: the inverse is searched for. */
function searched({ value, derivative, limit }: Measured): Squashing {
  const middle = value(0);
  const inverse = (a: number): number => {
    const size = Math.abs(a - middle);
    if (size === 0) return 0;
    const rising = (z: number): number => value(z) - middle - size;
    const end = beyond((z) => rising(z) > 0, limit);
    const z = rising(end) <= 0 ? end : crossing(rising, 0, end);
    return a < middle ? -z : z;
  };
  return {
    activate: value,
    derivative,
    derivativeFromOutput: (a) => derivative(inverse(a)),
    inverse,
    steepest: derivative(0),
    bounds: [value(-limit), value(limit)],
    pointOfShare: (share) => pointOf({ derivative, limit }, share),
  };
}

/** An activation that has no fault, with the member of a family that it is, if it is one. */
export function saturating(measured: Measured): { readonly shape: Squashing; readonly member: Member | undefined } {
  const { value: activate, derivative } = measured;
  const member = memberOf({ activate, derivative }, halfPoint(measured));
  return { shape: member ? squashing(member) : searched(measured), member };
}
