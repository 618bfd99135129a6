import { mutants, type NamedAnswer, rightAnswers } from '../../../grader/kit.ts';
import { sigmoid } from '../../../reference/activations/activations.ts';
import { centerOf, type Model, steepestOf } from '../model.ts';
import type { BackpropagationTasks } from '../reference.ts';

type Scalar = (z: number) => number;
type Ways = Readonly<Record<string, Scalar>>;

const toDigits = (x: number, digits: number): number => Number(x.toFixed(digits));

/** Some roundings more than the reference has, all to one side. */
export const rounded =
  (f: Scalar, roundings: number): Scalar =>
  (z) =>
    f(z) * (1 + roundings * Number.EPSILON);

/** The functions that have a name, in other forms. */
const otherForms: Readonly<Record<string, { readonly value: Ways; readonly slope: Ways }>> = {
  sigmoid: {
    value: {
      'one-branch': (z) => 1 / (1 + Math.exp(-z)),
      'two-branches': (z) => (z < 0 ? Math.exp(z) / (1 + Math.exp(z)) : 1 / (1 + Math.exp(-z))),
      'by-powers-of-e': (z) => (1 + Math.E ** -z) ** -1,
    },
    slope: {
      'of-the-lecture': (z) => {
        const s = 1 / (1 + Math.exp(-z));
        return s * (1 - s);
      },
      'by-the-hyperbolic-cosine': (z) => 0.25 / Math.cosh(z / 2) ** 2,
    },
  },
  tanh: {
    value: {
      'by-the-sigmoid': (z) => 2 * sigmoid(2 * z) - 1,
      'two-branches': (z) => {
        const e = Math.exp(-2 * Math.abs(z));
        return Math.sign(z) * ((1 - e) / (1 + e));
      },
    },
    slope: {
      'by-the-hyperbolic-cosine': (z) => 1 / Math.cosh(z) ** 2,
      'as-a-product': (z) => (1 - Math.tanh(z)) * (1 + Math.tanh(z)),
    },
  },
  softplus: {
    value: {
      'as-written': (z) => Math.log(1 + Math.exp(z)),
      'from-the-right': (z) => (z > 0 ? z + Math.log(1 + Math.exp(-z)) : Math.log1p(Math.exp(z))),
    },
    slope: {
      'as-written': (z) => 1 / (1 + Math.exp(-z)),
      'by-the-chain-rule': (z) => (1 / (1 + Math.exp(z))) * Math.exp(z),
    },
  },
  softsign: {
    value: {
      'two-branches': (z) => (z < 0 ? z / (1 - z) : z / (1 + z)),
      'what-is-left-of-one': (z) => Math.sign(z) * (1 - 1 / (1 + Math.abs(z))),
    },
    slope: {
      'two-branches': (z) => (z < 0 ? (1 - z) ** -2 : (1 + z) ** -2),
      'from-the-output': (z) => (1 - Math.abs(z) / (1 + Math.abs(z))) ** 2,
    },
  },
  arctan: {
    value: {
      'by-two-arguments': (z) => Math.atan2(z, 1),
      'from-the-other-side': (z) => (Math.abs(z) < 1 ? Math.atan(z) : (Math.sign(z) * Math.PI) / 2 - Math.atan(1 / z)),
    },
    slope: {
      'as-a-power': (z) => (1 + z ** 2) ** -1,
      'from-the-output': (z) => Math.cos(Math.atan(z)) ** 2,
    },
  },
  swish: {
    value: {
      'as-written': (z) => z / (1 + Math.exp(-z)),
      'by-tanh': (z) => (z / 2) * (1 + Math.tanh(z / 2)),
    },
    slope: {
      'by-the-product-rule': (z) => {
        const s = 1 / (1 + Math.exp(-z));
        return s + z * s * (1 - s);
      },
      'from-the-output': (z) => {
        const s = 1 / (1 + Math.exp(-z));
        return z * s + s * (1 - z * s);
      },
    },
  },
};

/** Every other call is off by less than any tolerance: the same arguments give two answers. */
function unsteady(f: Scalar): Scalar {
  let calls = 0;
  return (z) => f(z) * (1 + (calls++ % 2) * 1e-13);
}

export function rightActivations(t: BackpropagationTasks, { activation, names }: Model): readonly NamedAnswer[] {
  const forms = otherForms[names.activation];
  const either = (f: Scalar): Ways => ({ 'rounded-up': rounded(f, 4), 'rounded-down': rounded(f, -4) });
  return [
    ...rightAnswers(t.sigmoid, { ...forms?.value, ...either(activation.value) }),
    ...rightAnswers(t.sigmoidDerivative, { ...forms?.slope, ...either(activation.derivative) }),
  ];
}

/** One for each law: only this one sees it. */
export function wrongActivations(t: BackpropagationTasks, { activation, names }: Model): readonly NamedAnswer[] {
  const { value, derivative, limit } = activation;
  const offWhere =
    (f: Scalar, scale: number, isOff: (z: number) => boolean): Scalar =>
    (z) =>
      f(z) + (isOff(z) ? 1e-6 * (scale + Math.abs(f(z))) : 0);
  return [
    ...mutants(t.sigmoid, {
      'off-on-both-sides-alike': (z) => value(z) + (Math.abs(z) < 20 ? 1e-6 * z : 0),
      ...(centerOf(activation) !== undefined && { 'off-for-negatives': offWhere(value, 1, (z) => z < 0 && z > -20) }),
      ...(limit > 20 && {
        'off-in-the-tails':
          names.activation === 'sigmoid'
            ? (z: number) => value(z) * (z < -20 ? 1 + 1e-6 : 1)
            : offWhere(value, 1, (z) => Math.abs(z) > 20 && Math.abs(z) < 720),
      }),
      ...(limit >= 750 && { 'off-far-out': offWhere(value, 1, (z) => Math.abs(z) > 720) }),
      'a-line-near-zero': { where: (z) => z !== 0 && Math.abs(z) < 0.05, answer: (z) => value(0) + z },
      'from-a-table-of-hundredths': (z) => value(Math.abs(z) < 20 ? toDigits(z, 2) : z),
      'whole-numbers-doubled': { where: (z) => Number.isInteger(z) && z !== 0, answer: (z) => value(2 * z) + 0.01 },
      unsteady: unsteady(value),
    }),
    ...mutants(t.sigmoidDerivative, {
      'from-a-table': (z) => derivative(Math.abs(z) < 8 ? toDigits(z, 1) : z),
      'off-far-out': offWhere(derivative, steepestOf(activation), (z) => Math.abs(z) > 8.5),
      'flat-near-zero': { where: (z) => z !== 0 && Math.abs(z) < 1e-3, answer: () => derivative(0) + 0.1 },
      unsteady: unsteady(derivative),
    }),
  ];
}
