import { mutants, type Proof, rightAnswers } from '../../grader/contract.ts';
import { sigmoid, tanh, tanhDerivative } from '../../reference/activations.ts';
import {
  derivatives,
  gradientBound,
  saturatedFraction,
  saturationPoint,
  sigmoidDerivativeFromOutput,
  steepest,
  tanhDerivativeFromOutput,
} from '../../reference/saturation.ts';
import type { SaturationTasks } from './reference.ts';

/** A table with a step of 10^−digits. */
const rounded = (x: number, digits: number): number => Number(x.toFixed(digits));

/** Every other call is off by less than any tolerance: the same arguments give two answers. */
function unsteady<Args extends readonly unknown[]>(f: (...args: Args) => number): (...args: Args) => number {
  let calls = 0;
  return (...args) => f(...args) * (1 + (calls++ % 2) * 1e-14);
}

const rights = (t: SaturationTasks): Proof['rightAnswers'] => [
  ...rightAnswers(t.tanh, {
    'by-the-sigmoid': (z) => 2 * sigmoid(2 * z) - 1,
    'two-branches': (z) => {
      const e = Math.exp(-2 * Math.abs(z));
      return Math.sign(z) * ((1 - e) / (1 + e));
    },
    'cut-far-out': (z) => (z > 350 ? 1 : z < -350 ? -1 : (Math.exp(z) - Math.exp(-z)) / (Math.exp(z) + Math.exp(-z))),
  }),
  ...rightAnswers(t.tanhDerivative, {
    'by-the-hyperbolic-cosine': (z) => 1 / Math.cosh(z) ** 2,
    'as-a-product': (z) => (1 - Math.tanh(z)) * (1 + Math.tanh(z)),
  }),
  ...rightAnswers(t.sigmoidDerivativeFromOutput, {
    'multiplied-out': (a) => a - a ** 2,
    'around-the-middle': (a) => 0.25 - (a - 0.5) ** 2,
  }),
  ...rightAnswers(t.tanhDerivativeFromOutput, {
    'with-a-square': (a) => 1 - a * a,
    'with-a-power': (a) => 1 - a ** 2,
  }),
  ...rightAnswers(t.saturatedFraction, {
    loop: (kind, units, threshold) => {
      let count = 0;
      for (const z of units) {
        const a = kind === 'sigmoid' ? 1 / (1 + Math.exp(-z)) : Math.tanh(z);
        if ((kind === 'sigmoid' ? a * (1 - a) : 1 - a * a) < threshold) count += 1;
      }
      return units.length > 0 ? count / units.length : 0;
    },
    'mean-of-flags': (kind, units, threshold) =>
      units.reduce((sum, z) => sum + Number(derivatives[kind](z) < threshold) / units.length, 0),
  }),
  ...rightAnswers(t.gradientBound, {
    loop: (kind, depth) => {
      let product = 1;
      for (let layer = 0; layer < depth; layer++) product *= kind === 'sigmoid' ? 1 / 4 : 1;
      return product;
    },
    'powers-of-two': (kind, depth) => (kind === 'sigmoid' ? 2 ** (-2 * depth) : 1),
  }),
  ...rightAnswers(t.saturationPoint, {
    'of-the-textbook': (kind, threshold) => {
      if (kind === 'tanh') return Math.atanh(Math.sqrt(1 - threshold));
      const a = (1 + Math.sqrt(1 - 4 * threshold)) / 2;
      return Math.log(a / (1 - a));
    },
    bisection: (kind, threshold) => {
      let [low, high] = [0, 60];
      for (let i = 0; i < 60; i++) {
        const middle = (low + high) / 2;
        if (derivatives[kind](middle) > threshold) low = middle;
        else high = middle;
      }
      return low;
    },
    'by-the-hyperbolic-cosine': (kind, threshold) => {
      const half = Math.acosh(Math.sqrt(steepest[kind] / threshold));
      return kind === 'sigmoid' ? 2 * half : half;
    },
  }),
];

const wrongs = (t: SaturationTasks): Proof['mutants'] => [
  ...mutants(t.tanh, {
    'off-on-both-sides-alike': (z) => tanh(z) + (Math.abs(z) < 21 ? 1e-7 * z : 0),
    'off-for-negatives': (z) => tanh(z) + (z < 0 && z > -21 ? 1e-7 : 0),
    unsteady: unsteady(tanh),
  }),
  ...mutants(t.tanhDerivative, {
    'from-a-table': (z) => tanhDerivative(rounded(z, 1)),
    unsteady: unsteady(tanhDerivative),
  }),
  ...mutants(t.sigmoidDerivativeFromOutput, {
    'from-a-table': (a) => sigmoidDerivativeFromOutput(rounded(a, 2)),
    'wrong-at-the-ends': (a) => (a === 0 || a === 1 ? 0.25 : sigmoidDerivativeFromOutput(a)),
    unsteady: unsteady(sigmoidDerivativeFromOutput),
  }),
  ...mutants(t.tanhDerivativeFromOutput, {
    'from-a-table': (a) => tanhDerivativeFromOutput(rounded(a, 2)),
    'wrong-at-the-ends': (a) => (Math.abs(a) === 1 ? 1 : tanhDerivativeFromOutput(a)),
    unsteady: unsteady(tanhDerivativeFromOutput),
  }),
  ...mutants(t.saturatedFraction, {
    'adds-a-unit': (kind, units, threshold) => {
      const answer = saturatedFraction(kind, units, threshold);
      units.push(0);
      return answer;
    },
  }),
  ...mutants(t.gradientBound, {
    'a-quarter-for-tanh': (kind, depth) => (kind === 'tanh' ? 0.25 : gradientBound(kind, depth)),
    unsteady: unsteady(gradientBound),
  }),
  ...mutants(t.saturationPoint, {
    'moderate-ones-off': (kind, threshold) => saturationPoint(kind, threshold) * (threshold > 0.002 ? 1 + 1e-5 : 1),
    'small-ones-off': (kind, threshold) => saturationPoint(kind, threshold) * (threshold > 0.002 ? 1 : 1 + 1e-5),
    unsteady: unsteady(saturationPoint),
  }),
];

/** What shows that right answers pass in other styles too, and what each law is for. */
export const proof = (t: SaturationTasks): Proof => ({ rightAnswers: rights(t), mutants: wrongs(t) });
