import type { Slips } from './slips.ts';

export function arctanSlips(A: number, B: number): Slips {
  const isScaled = A !== 1 || B !== 1;
  const slope = (wrongSlope: (z: number) => number) => (z: number) => A * B * wrongSlope(B * z);
  return {
    value: {
      'in-degrees': (z) => (A * Math.atan(B * z) * 180) / Math.PI,
      'is-the-tangent': (z) => A * Math.tan(B * z),
      'scaled-to-one': (z) => (A * Math.atan(B * z) * 2) / Math.PI,
    },
    slope: {
      'with-minus': slope((z) => 1 / (1 - z ** 2)),
      'of-the-tangent': slope((z) => 1 / Math.cos(z) ** 2),
      'with-a-root': slope((z) => 1 / Math.hypot(1, z)),
      ...(B !== 1 && { 'without-stretch': (z: number) => A / (1 + (B * z) ** 2) }),
    },
    output: {
      'without-the-square': (a) => A * B * Math.cos(a / A),
      'sine-for-cosine': (a) => A * B * Math.sin(a / A) ** 2,
      'of-the-tangent': (a) => (A * B) / Math.cos(a / A) ** 2,
      ...(isScaled && { 'scales-forgotten': (a: number) => Math.cos(a) ** 2 }),
    },
    withoutRoot: (share) => A * Math.acos(share),
  };
}
