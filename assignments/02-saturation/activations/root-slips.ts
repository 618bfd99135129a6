import type { Slips } from './slips.ts';

export function rootSlips(A: number, B: number): Slips {
  const isScaled = A !== 1 || B !== 1;
  const below = (z: number): number => 1 + B * z ** 2;
  const left = (a: number): number => Math.max(0, 1 - B * (a / A) ** 2);
  return {
    value: {
      'without-the-root': (z) => (A * z) / below(z),
      'without-the-square': (z) => (A * z) / Math.sqrt(1 + B * Math.abs(z)),
      'without-z': (z) => A / Math.sqrt(below(z)),
    },
    slope: {
      'power-of-a-half': (z) => A / Math.sqrt(below(z)),
      'power-of-one': (z) => A / below(z),
      'of-the-root-alone': (z) => (-A * B * z) / below(z) ** 1.5,
    },
    output: {
      'with-plus': (a) => A * (1 + B * (a / A) ** 2) ** 1.5,
      'power-of-a-half': (a) => A * Math.sqrt(left(a)),
      'power-of-one': (a) => A * left(a),
      ...(isScaled && { 'scales-forgotten': (a: number) => Math.max(0, 1 - a ** 2) ** 1.5 }),
    },
    withoutRoot: (share) => (A / Math.sqrt(B)) * Math.sqrt(1 - share),
  };
}
