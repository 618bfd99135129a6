import { sigmoid } from '../../../reference/activations/activations.ts';
import type { Family, Member } from '../../../reference/activations/squashing.ts';
import { searchedInverse } from './bisection.ts';
import type { ComparedActivation } from './pair.ts';

type Ways = Readonly<Record<string, (x: number) => number>>;

/** One family in other ways than the reference: of z, of z, of a; and what its slope's share leads to. */
export interface OtherForms {
  readonly value: Ways;
  readonly slope: Ways;
  readonly output: Ways;
  /** The activation > 0 at which a share of the steepest slope is left, and the z there without it. */
  readonly activationAt: (share: number) => number;
  readonly pointAt: (share: number) => number;
}

const families: { readonly [F in Family]: (A: number, B: number) => OtherForms } = {
  tanh: (A, B) => ({
    value: {
      'by-the-sigmoid': (z) => A * (2 * sigmoid(2 * B * z) - 1),
      'two-branches': (z) => {
        const e = Math.exp(-2 * B * Math.abs(z));
        return A * Math.sign(z) * ((1 - e) / (1 + e));
      },
      'cut-far-out': (z) => {
        if (Math.abs(B * z) > 350) return A * Math.sign(z);
        const [up, down] = [Math.exp(B * z), Math.exp(-B * z)];
        return (A * (up - down)) / (up + down);
      },
    },
    slope: {
      'by-the-hyperbolic-cosine': (z) => (A * B) / Math.cosh(B * z) ** 2,
      'as-a-product': (z) => A * B * (1 - Math.tanh(B * z)) * (1 + Math.tanh(B * z)),
    },
    output: {
      'with-a-square': (a) => A * B * (1 - (a / A) * (a / A)),
      'multiplied-out': (a) => A * B - (B / A) * a ** 2,
    },
    activationAt: (share) => A * Math.sqrt(1 - share),
    pointAt: (share) => Math.acosh(Math.sqrt(1 / share)) / B,
  }),
  logistic: (A, B) => ({
    value: {
      'by-the-hyperbolic-tangent': (z) => (A / 2) * (1 + Math.tanh((B * z) / 2)),
      'two-branches': (z) => {
        const e = Math.exp(-B * Math.abs(z));
        return (A * (z >= 0 ? 1 : e)) / (1 + e);
      },
    },
    slope: {
      'of-both-sides': (z) => (A * B * Math.exp(-B * Math.abs(z))) / (1 + Math.exp(-B * Math.abs(z))) ** 2,
      'by-the-value': (z) => A * B * sigmoid(B * z) * (1 - sigmoid(B * z)),
    },
    output: {
      'multiplied-out': (a) => B * (a - a ** 2 / A),
      'around-the-middle': (a) => (A * B) / 4 - (B / A) * (a - A / 2) ** 2,
    },
    activationAt: (share) => (A * (1 + Math.sqrt(1 - share))) / 2,
    pointAt: (share) => (2 * Math.acosh(Math.sqrt(1 / share))) / B,
  }),
  softsign: (A, B) => ({
    value: {
      branches: (z) => (z >= 0 ? (A * z) / (1 + B * z) : (A * z) / (1 - B * z)),
      'from-the-bound': (z) => (Math.sign(z) * A * (1 - 1 / (1 + B * Math.abs(z)))) / B,
    },
    slope: {
      'by-the-quotient-rule': (z) => (A * (1 + B * Math.abs(z) - B * Math.abs(z))) / (1 + B * Math.abs(z)) ** 2,
      'by-the-value': (z) => A * (1 - (B * Math.abs(z)) / (1 + B * Math.abs(z))) ** 2,
    },
    output: {
      'over-the-factor': (a) => (A - B * Math.abs(a)) ** 2 / A,
      'multiplied-out': (a) => A - 2 * B * Math.abs(a) + (B * a) ** 2 / A,
    },
    activationAt: (share) => (A / B) * (1 - Math.sqrt(share)),
    pointAt: (share) => (share ** -0.5 - 1) / B,
  }),
  arctan: (A, B) => ({
    value: {
      'of-two-arguments': (z) => A * Math.atan2(B * z, 1),
      'of-half-the-angle': (z) => 2 * A * Math.atan((B * z) / (1 + Math.hypot(1, B * z))),
    },
    slope: {
      'by-the-cosine': (z) => A * B * Math.cos(Math.atan(B * z)) ** 2,
      'by-the-hypotenuse': (z) => (A * B) / Math.hypot(1, B * z) ** 2,
    },
    output: {
      'by-the-tangent': (a) => (A * B) / (1 + Math.tan(a / A) ** 2),
      'of-twice-the-angle': (a) => (A * B * (1 + Math.cos((2 * a) / A))) / 2,
    },
    activationAt: (share) => A * Math.acos(Math.sqrt(share)),
    pointAt: (share) => Math.tan(Math.acos(Math.sqrt(share))) / B,
  }),
  root: (A, B) => ({
    value: {
      'with-a-power': (z) => A * z * (1 + B * z * z) ** -0.5,
      'of-both-signs': (z) => Math.sign(z) * A * Math.sqrt(z ** 2 / (1 + B * z ** 2)),
    },
    slope: {
      'with-a-power': (z) => A * (1 + B * z * z) ** -1.5,
      'with-a-root': (z) => A / (Math.sqrt(1 + B * z ** 2) * (1 + B * z ** 2)),
    },
    output: {
      'with-a-root': (a) => A * Math.sqrt(Math.max(0, 1 - (B * a * a) / (A * A))) ** 3,
      'over-the-square': (a) => Math.max(0, A ** 2 - B * a ** 2) ** 1.5 / A ** 2,
    },
    activationAt: (share) => (A / Math.sqrt(B)) * Math.sqrt(1 - Math.cbrt(share) ** 2),
    pointAt: (share) => Math.sqrt((1 / Math.cbrt(share) ** 2 - 1) / B),
  }),
};

const formsOf = ({ family, A, B }: Member): OtherForms => families[family](A, B);

/** Ways that any activation can be written in which saturates on both sides alike. */
function formsBySymmetry({ shape, limit }: ComparedActivation): OtherForms {
  const { activate, derivative, inverse, pointOfShare, bounds } = shape;
  const middle = activate(0);
  return {
    value: {
      'from-the-right': (z) => (z >= 0 ? activate(z) : 2 * middle - activate(-z)),
      'from-both-sides': (z) => middle + (activate(z) - activate(-z)) / 2,
    },
    slope: {
      'from-the-right': (z) => derivative(Math.abs(z)),
      'from-both-sides': (z) => (derivative(z) + derivative(-z)) / 2,
    },
    output: {
      bisection: (a) => derivative(searchedInverse(shape, a, limit)),
      'from-the-right': (a) => derivative(inverse(middle + Math.abs(a - middle))),
    },
    activationAt: (share) => Math.min(activate(pointOfShare(share)), bounds[1]),
    pointAt: pointOfShare,
  };
}

export const formsIn = (one: ComparedActivation): OtherForms =>
  one.member ? formsOf(one.member) : formsBySymmetry(one);
