import { mutants, type Proof, rightAnswers } from '../../grader/contract.ts';
import { sigmoid } from '../../reference/activations.ts';
import type { Saturating, Shapes } from '../../reference/saturation.ts';
import { isScaled, type Parameters, parametersOf, shapesOf } from './parameters.ts';
import type { SaturationTasks } from './reference.ts';

/** A table with a step of 10^−digits. */
const rounded = (x: number, digits: number): number => Number(x.toFixed(digits));

/** Every other call is off by less than any tolerance: the same arguments give two answers. */
function unsteady<Args extends readonly unknown[]>(f: (...args: Args) => number): (...args: Args) => number {
  let calls = 0;
  return (...args) => f(...args) * (1 + (calls++ % 2) * 1e-14);
}

const rights = (
  t: SaturationTasks,
  { amplitude: A, stretch: B }: Parameters,
  shapes: Shapes,
): Proof['rightAnswers'] => [
  ...rightAnswers(t.tanh, {
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
  }),
  ...rightAnswers(t.tanhDerivative, {
    'by-the-hyperbolic-cosine': (z) => (A * B) / Math.cosh(B * z) ** 2,
    'as-a-product': (z) => A * B * (1 - Math.tanh(B * z)) * (1 + Math.tanh(B * z)),
  }),
  ...rightAnswers(t.sigmoidDerivativeFromOutput, {
    'multiplied-out': (a) => a - a ** 2,
    'around-the-middle': (a) => 0.25 - (a - 0.5) ** 2,
  }),
  ...rightAnswers(t.tanhDerivativeFromOutput, {
    'with-a-square': (a) => A * B * (1 - (a / A) * (a / A)),
    'multiplied-out': (a) => A * B - (B / A) * a ** 2,
  }),
  ...rightAnswers(t.saturatedFraction, {
    loop: (kind, units, threshold) => {
      let count = 0;
      for (const z of units) {
        const a = kind === 'sigmoid' ? 1 / (1 + Math.exp(-z)) : Math.tanh(B * z);
        if ((kind === 'sigmoid' ? a * (1 - a) : A * B * (1 - a * a)) < threshold) count += 1;
      }
      return units.length > 0 ? count / units.length : 0;
    },
    'mean-of-flags': (kind, units, threshold) =>
      units.reduce((sum, z) => sum + Number(shapes[kind].derivative(z) < threshold) / units.length, 0),
  }),
  ...rightAnswers(t.gradientBound, {
    loop: (kind, depth) => {
      let product = 1;
      for (let layer = 0; layer < depth; layer++) product *= kind === 'sigmoid' ? 1 / 4 : A * B;
      return product;
    },
    'by-logarithms': (kind, depth) => Math.exp(depth * (kind === 'sigmoid' ? -2 * Math.LN2 : Math.log(A * B))),
  }),
  ...rightAnswers(t.saturationPoint, {
    'of-the-textbook': (kind, threshold) => {
      if (kind === 'tanh') return Math.atanh(Math.sqrt(1 - threshold / (A * B))) / B;
      const a = (1 + Math.sqrt(1 - 4 * threshold)) / 2;
      return Math.log(a / (1 - a));
    },
    bisection: (kind, threshold) => {
      let [low, high] = [0, 60];
      for (let i = 0; i < 60; i++) {
        const middle = (low + high) / 2;
        if (shapes[kind].derivative(middle) > threshold) low = middle;
        else high = middle;
      }
      return low;
    },
    'by-the-hyperbolic-cosine': (kind, threshold) => {
      const half = Math.acosh(Math.sqrt(shapes[kind].steepest / threshold));
      return kind === 'sigmoid' ? 2 * half : half / B;
    },
  }),
];

const wrongs = (t: SaturationTasks, { amplitude }: Parameters, shapes: Shapes): Proof['mutants'] => {
  const isModerate = (kind: Saturating, threshold: number): boolean => threshold > 0.002 * shapes[kind].steepest;
  return [
    ...mutants(t.tanh, {
      'off-on-both-sides-alike': (z) => t.tanh.answer(z) + (Math.abs(z) < 21 ? 1e-7 * z : 0),
      'off-for-negatives': (z) => t.tanh.answer(z) + (z < 0 && z > -21 ? 1e-7 : 0),
      unsteady: unsteady(t.tanh.answer),
    }),
    ...mutants(t.tanhDerivative, {
      'from-a-table': (z) => t.tanhDerivative.answer(rounded(z, 1)),
      unsteady: unsteady(t.tanhDerivative.answer),
    }),
    ...mutants(t.sigmoidDerivativeFromOutput, {
      'from-a-table': (a) => t.sigmoidDerivativeFromOutput.answer(rounded(a, 2)),
      'wrong-at-the-ends': (a) => (a === 0 || a === 1 ? 0.25 : t.sigmoidDerivativeFromOutput.answer(a)),
      unsteady: unsteady(t.sigmoidDerivativeFromOutput.answer),
    }),
    ...mutants(t.tanhDerivativeFromOutput, {
      'from-a-table': (a) => t.tanhDerivativeFromOutput.answer(Math.abs(a) === amplitude ? a : rounded(a, 2)),
      'wrong-at-the-ends': (a) => (Math.abs(a) === amplitude ? 1 : t.tanhDerivativeFromOutput.answer(a)),
      unsteady: unsteady(t.tanhDerivativeFromOutput.answer),
    }),
    ...mutants(t.saturatedFraction, {
      'adds-a-unit': (kind, units, threshold) => {
        const answer = t.saturatedFraction.answer(kind, units, threshold);
        units.push(0);
        return answer;
      },
    }),
    ...mutants(t.gradientBound, {
      'a-quarter-for-tanh': (kind, depth) => (kind === 'tanh' ? 0.25 : t.gradientBound.answer(kind, depth)),
      unsteady: unsteady(t.gradientBound.answer),
    }),
    ...mutants(t.saturationPoint, {
      'moderate-ones-off': (kind, threshold) =>
        t.saturationPoint.answer(kind, threshold) * (isModerate(kind, threshold) ? 1 + 1e-5 : 1),
      'small-ones-off': (kind, threshold) =>
        t.saturationPoint.answer(kind, threshold) * (isModerate(kind, threshold) ? 1 : 1 + 1e-5),
      unsteady: unsteady(t.saturationPoint.answer),
    }),
  ];
};

/** A derivative without its A and one without its B are the same where A is B. */
const alikeUnder = ({ amplitude, stretch }: Parameters): readonly (readonly string[])[] =>
  isScaled({ amplitude, stretch }) && amplitude === stretch
    ? [['tanh-slope-without-amplitude', 'tanh-slope-without-stretch']]
    : [];

/** What shows that right answers pass in other styles too, and what each law is for. */
export const proof = (t: SaturationTasks, given?: Partial<Parameters>): Proof => {
  const parameters = parametersOf(given);
  const shapes = shapesOf(parameters);
  const alike = alikeUnder(parameters);
  return { rightAnswers: rights(t, parameters, shapes), mutants: wrongs(t, parameters, shapes), alike };
};
