import { mutants, type Proof, rightAnswers } from '../../grader/contract.ts';
import { clipByGlobalNorm, clipByNorm, clipByValue, globalNorm } from '../../reference/clipping.ts';
import { unrolledGradients } from '../../reference/recurrent.ts';
import type { Matrix, Vector } from '../../reference/types.ts';
import { type Parameters, parametersOf, strengthOf } from './parameters.ts';
import type { GradientControlTasks } from './reference.ts';

/** As PyTorch has it, so that nothing is divided by zero. */
const epsilon = 1e-6;

const typed = (vector: Vector): Vector => Float64Array.from(vector) as unknown as Vector;

function unrolledByLoops(weights: Matrix, states: Vector[], output: Vector): Vector[] {
  const size = output.length;
  const gradients: Vector[] = states.map(() => new Array<number>(size).fill(0));
  gradients[states.length - 1] = [...output];
  for (let t = states.length - 2; t >= 0; t--) {
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        gradients[t]![i]! += weights[j]![i]! * (1 - states[t + 1]![j]! ** 2) * gradients[t + 1]![j]!;
      }
    }
  }
  return gradients;
}

const rights = (t: GradientControlTasks, { leak }: Parameters, strength: number): Proof['rightAnswers'] => [
  ...rightAnswers(t.clipByValue, {
    branches: (gradient, limit) =>
      gradient.map((g) => {
        if (Math.abs(g) <= limit) return g;
        return g > 0 ? limit : -limit;
      }),
    'sign-times-size': (gradient, limit) => gradient.map((g) => Math.sign(g) * Math.min(Math.abs(g), limit)),
    'typed-array': (gradient, limit) => typed(clipByValue(gradient, limit)),
  }),
  ...rightAnswers(t.clipByNorm, {
    'epsilon-in-the-denominator': (gradient, maxNorm) => {
      const factor = Math.min(1, maxNorm / (Math.hypot(...gradient) + epsilon));
      return gradient.map((g) => factor * g);
    },
    'early-return': (gradient, maxNorm) => {
      let squares = 0;
      for (const g of gradient) squares += g * g;
      if (squares <= maxNorm * maxNorm) return gradient;
      return gradient.map((g) => (g / Math.sqrt(squares)) * maxNorm);
    },
  }),
  ...rightAnswers(t.clipByGlobalNorm, {
    'epsilon-in-the-denominator': (gradients, maxNorm) => {
      const factor = Math.min(1, maxNorm / (Math.hypot(...gradients.flat()) + epsilon));
      return gradients.map((gradient) => gradient.map((g) => factor * g));
    },
    'norm-of-the-norms': (gradients, maxNorm) => {
      const norm = Math.hypot(...gradients.map((gradient) => Math.hypot(...gradient)));
      return gradients.map((gradient) => typed(norm > maxNorm ? gradient.map((g) => g * (maxNorm / norm)) : gradient));
    },
  }),
  ...rightAnswers(t.l2Penalty, {
    loops: (layers, lambda) => {
      let penalty = 0;
      for (const { weights } of layers)
        for (const row of weights) for (const w of row) penalty += 0.5 * strength * lambda * w ** 2;
      return penalty;
    },
    flat: (layers, lambda) =>
      (strength * lambda * Math.hypot(...layers.flatMap(({ weights }) => weights.flat())) ** 2) / 2,
  }),
  ...rightAnswers(t.l2Gradient, {
    loops: (layers, lambda) => {
      const copy = structuredClone(layers);
      for (const { weights, biases } of copy) {
        for (const row of weights) for (let i = 0; i < row.length; i++) row[i]! *= strength * lambda;
        biases.fill(0);
      }
      return copy;
    },
    'typed-arrays': (layers, lambda) =>
      t.l2Gradient
        .answer(layers, lambda)
        .map(({ weights, biases }) => ({ weights: weights.map(typed), biases: typed(biases) })),
  }),
  ...rightAnswers(t.relu, {
    'through-a-list': (z) => [z].find((value) => value > 0) ?? leak * z,
    'times-its-gate': (z) => z * (z > 0 ? 1 : leak),
    'half-of-both': (z) => ((1 + leak) * z + (1 - leak) * Math.abs(z)) / 2,
  }),
  ...rightAnswers(t.reluDerivative, {
    'one-at-zero': (z) => (z >= 0 ? 1 : leak),
    'as-a-number': (z) => leak + (1 - leak) * Number(z > 0),
  }),
  ...rightAnswers(t.unrolledGradients, {
    loops: unrolledByLoops,
    'by-recursion': (weights, states, output) => {
      const last = states.at(-1)!;
      if (states.length === 1) return [output];
      const delta = output.map((g, j) => g - g * last[j]! ** 2);
      const before = last.map((_, i) => delta.reduce((sum, d, j) => sum + d * weights[j]![i]!, 0));
      return [...unrolledGradients(weights, states.slice(0, -1), before), output];
    },
  }),
];

/** Every other call is off by less than any tolerance: the same arguments give two answers. */
function unsteady(f: (z: number) => number): (z: number) => number {
  let calls = 0;
  return (z) => f(z) * (1 + (calls++ % 2) * 1e-13);
}

/** The two slopes in turn, where either is right. */
function undecided(derivative: (z: number) => number): (z: number) => number {
  let calls = 0;
  return (z) => (z === 0 && calls++ % 2 === 1 ? 1 : derivative(z));
}

const wrongs = (t: GradientControlTasks): Proof['mutants'] => [
  ...mutants(t.clipByNorm, {
    'halves-at-the-limit': (gradient, maxNorm) =>
      globalNorm([gradient]) === maxNorm ? gradient.map((g) => g / 2) : clipByNorm(gradient, maxNorm),
  }),
  ...mutants(t.clipByGlobalNorm, {
    'halves-at-the-limit': (gradients, maxNorm) =>
      clipByGlobalNorm(gradients, globalNorm(gradients) === maxNorm ? maxNorm / 2 : maxNorm),
    'turned-around': (gradients, maxNorm) => {
      const clipped = clipByGlobalNorm(gradients, maxNorm);
      return globalNorm(gradients) > maxNorm ? clipped.map((vector) => vector.map((g) => -g)) : clipped;
    },
  }),
  ...mutants(t.l2Penalty, {
    'takes-a-layer-away': (layers, lambda) => {
      const penalty = t.l2Penalty.answer(layers, lambda);
      layers.pop();
      return penalty;
    },
  }),
  ...mutants(t.relu, { unsteady: unsteady(t.relu.answer) }),
  ...mutants(t.reluDerivative, { undecided: undecided(t.reluDerivative.answer) }),
  ...mutants(t.unrolledGradients, {
    'one-step-is-none': (weights, states, output) =>
      states.length === 1 ? [output.map(() => 0)] : unrolledGradients(weights, states, output),
  }),
];

/** What shows that right answers pass in other styles too, and what each law is for. */
export const proof = (t: GradientControlTasks, given?: Partial<Parameters>): Proof => {
  const parameters = parametersOf(given);
  return { rightAnswers: rights(t, parameters, strengthOf(parameters)), mutants: wrongs(t) };
};
