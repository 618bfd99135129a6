import type { Slips } from './slips.ts';

export function softsignSlips(A: number, B: number): Slips {
  const isScaled = A !== 1 || B !== 1;
  return {
    value: {
      'without-bars': (z) => (A * z) / (1 + B * z),
      'with-minus-below': (z) => (A * z) / (1 - B * Math.abs(z)),
      'without-z': (z) => A / (1 + B * Math.abs(z)),
      'with-a-square-below': (z) => (A * z) / (1 + B * z ** 2),
    },
    slope: {
      'without-the-square': (z) => A / (1 + B * Math.abs(z)),
      'without-bars': (z) => A / (1 + B * z) ** 2,
      'with-minus': (z) => -A / (1 + B * Math.abs(z)) ** 2,
      'numerator-alone': () => A,
    },
    output: {
      'with-plus': (a) => A * (1 + (B * Math.abs(a)) / A) ** 2,
      'without-the-square': (a) => A * (1 - (B * Math.abs(a)) / A),
      'without-bars': (a) => A * (1 - (B * a) / A) ** 2,
      ...(isScaled && { 'scales-forgotten': (a: number) => (1 - Math.abs(a)) ** 2 }),
    },
    withoutRoot: (share) => (A / B) * (1 - share),
  };
}
