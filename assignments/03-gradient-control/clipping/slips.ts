import { globalNorm, type Norm } from '../../../reference/nets/clipping.ts';
import type { Vector } from '../../../reference/numerics/types.ts';

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const squared = (values: readonly number[]): number => sum(values.map((value) => value * value));
export const lengths: { readonly [N in Norm]: (values: readonly number[]) => number } = {
  l2: (values) => globalNorm([[...values]], 'l2'),
  l1: (values) => globalNorm([[...values]], 'l1'),
  max: (values) => globalNorm([[...values]], 'max'),
};

export const scaled = (values: Vector, factor: number): Vector => values.map((value) => value * factor);
export const toValue = (values: Vector, limit: number): Vector =>
  values.map((v) => Math.max(-limit, Math.min(limit, v)));

export type Length = (values: readonly number[]) => number;
export type ByNorm = (gradient: Vector, maxNorm: number) => Vector;

/** Right but for what is taken as the norm. */
export const by =
  (norm: Length): ByNorm =>
  (gradient, maxNorm) =>
    norm(gradient) > maxNorm ? scaled(gradient, maxNorm / norm(gradient)) : gradient;
/** Overwrites the entries of a vector. */
export function scaleInPlace(values: Vector, factor: number): void {
  for (let i = 0; i < values.length; i++) values[i]! *= factor;
}

/** What is taken for the norm and is another one, or none at all. The norm itself is among them, and is left out. */
export const wrongLengths: { readonly [N in Norm]: Readonly<Record<string, Length>> } = {
  l2: {
    squared,
    l1: lengths.l1,
    maximum: lengths.max,
    'root-mean-square': (values) => Math.sqrt(squared(values) / values.length),
  },
  l1: {
    squared,
    l2: lengths.l2,
    l1: lengths.l1,
    maximum: lengths.max,
    mean: (values) => lengths.l1(values) / values.length,
  },
  max: { l2: lengths.l2, l1: lengths.l1, maximum: lengths.max },
};

/** Slips under ids that begin with what they are slips of. */
export const named = <Answer>(
  prefix: string,
  answers: Readonly<Record<string, Length>>,
  answer: (norm: Length) => Answer,
) => Object.fromEntries(Object.entries(answers).map(([id, norm]) => [`${prefix}-${id}`, answer(norm)]));
