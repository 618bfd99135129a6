import { sigmoid, sigmoidDerivative } from './activations.ts';

/** An activation that rises from one bound to another, steepest at 0, and as steep at −z as at z. */
export interface Squashing {
  readonly activate: (z: number) => number;
  /** dφ/dz at z. */
  readonly derivative: (z: number) => number;
  /** dφ/dz where φ(z) = a. */
  readonly derivativeFromOutput: (a: number) => number;
  /** z where φ(z) = a. */
  readonly inverse: (a: number) => number;
  readonly steepest: number;
  readonly bounds: readonly [lower: number, upper: number];
  /** The z > 0 where the derivative is `share` of the steepest, 0 < share < 1. */
  readonly pointOfShare: (share: number) => number;
}

/** The kinds of S whose inverse is a formula. */
export type Family = 'tanh' | 'logistic' | 'softsign' | 'arctan' | 'root';

/** One function of a family: which one A and B say, as in A·tanh(Bz). */
export interface Member {
  readonly family: Family;
  readonly A: number;
  readonly B: number;
}

/** ln((1 + s)²/t) with s = √(1 − t), which is ln((1 + s)/(1 − s)) without the cancellation for a small t. */
const logOdds = (share: number): number => Math.log((1 + Math.sqrt(1 - share)) ** 2 / share);

const families: { readonly [F in Family]: (A: number, B: number) => Squashing } = {
  /** A·tanh(Bz), with slope AB(1 − (a/A)²). A = 1.7159, B = ⅔ is what LeCun et al. (1998) recommend: φ(±1) = ±1. */
  tanh: (A, B) => ({
    activate: (z) => A * Math.tanh(B * z),
    derivative: (z) => A * B * (1 - Math.tanh(B * z) ** 2),
    derivativeFromOutput: (a) => A * B * (1 - a / A) * (1 + a / A),
    inverse: (a) => Math.atanh(a / A) / B,
    steepest: A * B,
    bounds: [-A, A],
    pointOfShare: (share) => logOdds(share) / (2 * B),
  }),
  /** A / (1 + e^−Bz), with slope B·a(1 − a/A). */
  logistic: (A, B) => ({
    activate: (z) => A * sigmoid(B * z),
    derivative: (z) => A * B * sigmoidDerivative(B * z),
    derivativeFromOutput: (a) => B * a * (1 - a / A),
    inverse: (a) => Math.log(a / (A - a)) / B,
    steepest: (A * B) / 4,
    bounds: [0, A],
    pointOfShare: (share) => logOdds(share) / B,
  }),
  /** A·z / (1 + B|z|), with slope A(1 − B|a|/A)². */
  softsign: (A, B) => ({
    activate: (z) => (A * z) / (1 + B * Math.abs(z)),
    derivative: (z) => A / (1 + B * Math.abs(z)) ** 2,
    derivativeFromOutput: (a) => A * (1 - (B * Math.abs(a)) / A) ** 2,
    inverse: (a) => a / (A - B * Math.abs(a)),
    steepest: A,
    bounds: [-A / B, A / B],
    pointOfShare: (share) => (1 / Math.sqrt(share) - 1) / B,
  }),
  /** A·arctan(Bz), with slope AB·cos²(a/A). */
  arctan: (A, B) => ({
    activate: (z) => A * Math.atan(B * z),
    derivative: (z) => (A * B) / (1 + (B * z) ** 2),
    derivativeFromOutput: (a) => A * B * Math.cos(a / A) ** 2,
    inverse: (a) => Math.tan(a / A) / B,
    steepest: A * B,
    bounds: [(-A * Math.PI) / 2, (A * Math.PI) / 2],
    pointOfShare: (share) => Math.sqrt(1 / share - 1) / B,
  }),
  /** A·z / √(1 + Bz²), with slope A(1 − B(a/A)²)^(3/2). */
  root: (A, B) => ({
    activate: (z) => (A * z) / Math.hypot(1, Math.sqrt(B) * z),
    derivative: (z) => A / Math.hypot(1, Math.sqrt(B) * z) ** 3,
    derivativeFromOutput: (a) => A * Math.max(0, 1 - B * (a / A) ** 2) ** 1.5,
    inverse: (a) => a / Math.sqrt(A ** 2 - B * a ** 2),
    steepest: A,
    bounds: [-A / Math.sqrt(B), A / Math.sqrt(B)],
    pointOfShare: (share) => Math.sqrt((share ** (-2 / 3) - 1) / B),
  }),
};

export const squashing = ({ family, A, B }: Member): Squashing => families[family](A, B);

/** σ and tanh. */
export const sigmoidShape = squashing({ family: 'logistic', A: 1, B: 1 });
export const tanhShape = squashing({ family: 'tanh', A: 1, B: 1 });

/** A and B out of the slope at 0 and the z at which half of it is left. */
const membersWith: { readonly [F in Family]: (slope: number, half: number) => Omit<Member, 'family'> } = {
  tanh: (slope, half) => byProduct(slope, Math.acosh(Math.SQRT2) / half),
  logistic: (slope, half) => byProduct(4 * slope, (2 * Math.acosh(Math.SQRT2)) / half),
  softsign: (slope, half) => ({ A: slope, B: (Math.SQRT2 - 1) / half }),
  arctan: (slope, half) => byProduct(slope, 1 / half),
  root: (slope, half) => ({ A: slope, B: (2 ** (2 / 3) - 1) / half ** 2 }),
};
const byProduct = (AB: number, B: number) => ({ A: AB / B, B });

/** 1.1 and not 1.1000000000000003, as somebody has written it. */
function asWritten(x: number): number {
  const short = Number(x.toPrecision(10));
  return Math.abs(short - x) <= 1e-13 * Math.abs(x) ? short : x;
}

/** Where two functions are compared: every one of a family shows itself there. */
const places = [0, 0.1, 0.5, 1, 2, 3.7, 9];

/**
 * The member of a family that a function is, however it was written; undefined where it is none.
 *
 * @param half the z > 0 where half of the slope at 0 is left
 */
export function memberOf({ activate, derivative }: Pick<Squashing, 'activate' | 'derivative'>, half: number) {
  const slope = derivative(0);
  const members = (Object.keys(families) as Family[]).map((family): Member => {
    const { A, B } = membersWith[family](slope, half);
    return { family, A: asWritten(A), B: asWritten(B) };
  });
  return members.find((member) => {
    const shape = squashing(member);
    const scale = shape.bounds[1];
    return places
      .flatMap((place) => [place * half, -place * half])
      .every((z) => Math.abs(shape.activate(z) - activate(z)) <= 1e-12 * scale);
  });
}
