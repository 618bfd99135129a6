import { mutants, type Proof, rightAnswers } from '../../grader/kit.ts';
import { clipByValue, globalNorm, type Norm } from '../../reference/clipping.ts';
import type { Vector } from '../../reference/types.ts';
import { type Parameters, parametersOf, strengthOf } from './parameters.ts';
import { unrolledRights, unrolledWrongs } from './proof-recurrent.ts';
import { recurrentOf } from './recurrent-activation.ts';
import type { GradientControlTasks } from './reference.ts';

/** As PyTorch has it, so that nothing is divided by zero. */
const epsilon = 1e-6;

const typed = (vector: Vector): Vector => Float64Array.from(vector) as unknown as Vector;

/** The norm as somebody else writes it. */
const lengths: { readonly [N in Norm]: (values: readonly number[]) => number } = {
  l2: (values) => Math.hypot(...values),
  l1: (values) => values.reduce((sum, value) => sum + (value < 0 ? -value : value), 0),
  max: (values) => Math.max(...values, -Math.min(...values)),
};

const rights = (
  t: GradientControlTasks,
  { leak, norm }: Parameters,
  strength: number,
  length = lengths[norm],
): Proof['rightAnswers'] => [
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
      const factor = Math.min(1, maxNorm / (length(gradient) + epsilon));
      return gradient.map((g) => factor * g);
    },
    'early-return': (gradient, maxNorm) => {
      const size = length(gradient);
      if (size <= maxNorm) return gradient;
      return gradient.map((g) => (g / size) * maxNorm);
    },
  }),
  ...rightAnswers(t.clipByGlobalNorm, {
    'epsilon-in-the-denominator': (gradients, maxNorm) => {
      const factor = Math.min(1, maxNorm / (length(gradients.flat()) + epsilon));
      return gradients.map((gradient) => gradient.map((g) => factor * g));
    },
    'norm-of-the-norms': (gradients, maxNorm) => {
      const size = length(gradients.map(length));
      return gradients.map((gradient) => typed(size > maxNorm ? gradient.map((g) => g * (maxNorm / size)) : gradient));
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

const wrongs = (t: GradientControlTasks, norm: Norm): Proof['mutants'] => [
  ...mutants(t.clipByNorm, {
    'halves-at-the-limit': (gradient, maxNorm) =>
      globalNorm([gradient], norm) === maxNorm ? gradient.map((g) => g / 2) : t.clipByNorm.answer(gradient, maxNorm),
  }),
  ...mutants(t.clipByGlobalNorm, {
    'halves-at-the-limit': (gradients, maxNorm) =>
      t.clipByGlobalNorm.answer(gradients, globalNorm(gradients, norm) === maxNorm ? maxNorm / 2 : maxNorm),
    'turned-around': (gradients, maxNorm) => {
      const clipped = t.clipByGlobalNorm.answer(gradients, maxNorm);
      return globalNorm(gradients, norm) > maxNorm ? clipped.map((vector) => vector.map((g) => -g)) : clipped;
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
];

/** What shows that right answers pass in other styles too, and what each law is for. */
export const proof = (t: GradientControlTasks, given?: Partial<Parameters>): Proof => {
  const parameters = parametersOf(given);
  const activation = recurrentOf(parameters.recurrentActivation);
  return {
    rightAnswers: [...rights(t, parameters, strengthOf(parameters)), ...unrolledRights(t, activation)],
    mutants: [...wrongs(t, parameters.norm), ...unrolledWrongs(t)],
  };
};
