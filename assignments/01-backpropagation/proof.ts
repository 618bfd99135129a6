import { mutants, type Proof, rightAnswers } from '../../grader/contract.ts';
import { sigmoid, sigmoidDerivative } from '../../reference/activations.ts';
import { binaryCrossEntropy, binaryCrossEntropyGradient } from '../../reference/losses.ts';
import type { Vector } from '../../reference/types.ts';
import { networkProof } from './proof-network.ts';
import type { BackpropagationTasks } from './reference.ts';

const toDigits = (x: number, digits: number): number => Number(x.toFixed(digits));

/** Every other call is off by less than any tolerance: the same arguments give two answers. */
function unsteady(f: (z: number) => number): (z: number) => number {
  let calls = 0;
  return (z) => f(z) * (1 + (calls++ % 2) * 1e-13);
}

/** Reverses what it was given, once its answer is ready. */
const careless =
  <Answer>(f: (targets: Vector, predictions: Vector) => Answer) =>
  (targets: Vector, predictions: Vector): Answer => {
    const answer = f(targets, predictions);
    predictions.reverse().push(0.5);
    return answer;
  };

const rightScalars = (t: BackpropagationTasks): Proof['rightAnswers'] => [
  ...rightAnswers(t.sigmoid, {
    'one-branch': (z) => 1 / (1 + Math.exp(-z)),
    'two-branches': (z) => (z < 0 ? Math.exp(z) / (1 + Math.exp(z)) : 1 / (1 + Math.exp(-z))),
    'by-powers-of-e': (z) => (1 + Math.E ** -z) ** -1,
  }),
  ...rightAnswers(t.sigmoidDerivative, {
    'of-the-lecture': (z) => {
      const s = 1 / (1 + Math.exp(-z));
      return s * (1 - s);
    },
    'by-the-hyperbolic-cosine': (z) => 0.25 / Math.cosh(z / 2) ** 2,
  }),
  ...rightAnswers(t.binaryCrossEntropy, {
    loops: (targets, predictions) => {
      let sum = 0;
      for (let i = 0; i < targets.length; i++) {
        sum -= targets[i]! * Math.log(predictions[i]!) + (1 - targets[i]!) * Math.log(1 - predictions[i]!);
      }
      return sum / targets.length;
    },
    'terms-averaged-one-by-one': (targets, predictions) =>
      targets.reduce((mean, t, i) => {
        const y = predictions[i]!;
        return mean + (-t * Math.log(y) - (1 - t) * Math.log(1 - y)) / targets.length;
      }, 0),
  }),
  ...rightAnswers(t.binaryCrossEntropyGradient, {
    'two-fractions': (targets, predictions) =>
      targets.map((target, i) => {
        const y = predictions[i]!;
        return -(target / y - (1 - target) / (1 - y)) / targets.length;
      }),
    'typed-array': (targets, predictions) =>
      Float64Array.from(binaryCrossEntropyGradient(targets, predictions)) as unknown as Vector,
  }),
];

const wrongScalars = (t: BackpropagationTasks): Proof['mutants'] => [
  ...mutants(t.sigmoid, {
    'off-on-both-sides-alike': (z) => sigmoid(z) + (Math.abs(z) < 20 ? 1e-6 * z : 0),
    'off-for-negatives': (z) => sigmoid(z) + (z < 0 && z > -20 ? 1e-6 : 0),
    'off-in-the-tails': (z) => sigmoid(z) * (z < -20 ? 1 + 1e-6 : 1),
    unsteady: unsteady(sigmoid),
  }),
  ...mutants(t.sigmoidDerivative, {
    'from-a-table': (z) => sigmoidDerivative(Math.abs(z) < 8 ? toDigits(z, 1) : z),
    unsteady: unsteady(sigmoidDerivative),
  }),
  ...mutants(t.binaryCrossEntropy, { careless: careless(binaryCrossEntropy) }),
  ...mutants(t.binaryCrossEntropyGradient, {
    'from-a-table': (targets, predictions) =>
      binaryCrossEntropyGradient(
        targets,
        predictions.map((y) => (y > 0.04 && y < 0.96 ? toDigits(y, 2) : y)),
      ),
    careless: careless(binaryCrossEntropyGradient),
  }),
];

/** What shows that right answers pass in other styles too, and what each law is for. */
export function proof(t: BackpropagationTasks): Proof {
  const network = networkProof(t);
  return {
    rightAnswers: [...rightScalars(t), ...network.rightAnswers],
    mutants: [...wrongScalars(t), ...network.mutants],
  };
}
