import fc from 'fast-check';
import { equals, firstDifference, type Law, law, pure, type Tolerance } from '../../grader/contract.ts';
import { sigmoid } from '../../reference/activations.ts';
import { type Chain, chainForward } from '../../reference/chain.ts';
import { derivative, gradient, layerGradients } from '../../reference/finite-differences.ts';
import { binaryCrossEntropy } from '../../reference/losses.ts';
import { forward } from '../../reference/network.ts';
import type { ForwardPass, Layer, Vector } from '../../reference/types.ts';
import {
  chainOf,
  decimal,
  type Example,
  exampleOf,
  layersAndGradients,
  nonzero,
  target,
  targetsAndPredictions,
} from './generators.ts';
import type { BackpropagationTasks } from './reference.ts';

/** Sums of a few products in double precision: a right answer is off by some 1e-15 of the terms. */
const arithmetic: Tolerance = { relative: 1e-9, absolute: 1e-12 };

/** What fourth-order central differences leave (reference/finite-differences.ts), with a margin of a thousand. */
const measuredSlope: Tolerance = { relative: 1e-6, absolute: 1e-9 };

/** The error of t/y − (1 − t)/(1 − y), and of ln(1 − y), is relative to the terms and not to what they leave. */
const lossTolerance = ([targets, predictions]: [targets: Vector, predictions: Vector]): Tolerance => ({
  relative: 1e-9,
  absolute: 1e-14 + 1e-12 * binaryCrossEntropy(targets, predictions),
});
const lossGradientTolerance = ([targets, predictions]: [targets: Vector, predictions: Vector]): Tolerance => {
  const terms = targets.map((t, i) => t / predictions[i]! + (1 - t) / (1 - predictions[i]!));
  return { relative: 1e-9, absolute: (1e-12 * Math.max(...terms)) / targets.length };
};

/** Everything in [−limit, limit], and both ends. */
const upTo = (limit: number, digits = 1) =>
  fc.tuple(fc.oneof({ withCrossShrink: true }, decimal(limit, digits), fc.constantFrom(-limit, limit)));

function sigmoidLaws({ sigmoid: task }: BackpropagationTasks): Law[] {
  return [
    equals('sigmoid-definition', task, {
      inputs: fc.tuple(decimal(20).map(Math.abs)),
      expected: task.answer,
      tolerance: { relative: 1e-9, absolute: 0 },
      probes: true,
    }),
    law('sigmoid-symmetry', task, {
      inputs: decimal(20),
      calls: (z): [z: number][] => [[z], [-z]],
      check: (_, { values: [right = NaN, left = NaN] }) =>
        Math.abs(right + left - 1) <= 2e-9 ? undefined : { expected: 1, received: right + left },
    }),
    equals('sigmoid-tails', task, {
      inputs: fc.tuple(fc.integer({ min: 20, max: 700 }).chain((z) => fc.constantFrom(z, -z))),
      expected: task.answer,
      tolerance: { relative: 1e-9, absolute: 0 },
    }),
    equals('sigmoid-finite', task, {
      inputs: fc.tuple(fc.constantFrom(750, -750, 1e4, -1e4, 1e300, -1e300)),
      expected: task.answer,
      tolerance: { relative: 0, absolute: 1e-9 },
      runs: 12,
    }),
    pure(task, upTo(20)),
  ];
}

function sigmoidDerivativeLaws({ sigmoidDerivative: task }: BackpropagationTasks): Law[] {
  return [
    equals('sigmoid-slope', task, {
      // Between the tenths as well, where a table would show.
      inputs: upTo(8, 2),
      expected: (z) => derivative(sigmoid, z),
      tolerance: measuredSlope,
      probes: true,
    }),
    equals('sigmoid-derivative-everywhere', task, {
      inputs: fc.tuple(fc.oneof({ withCrossShrink: true }, decimal(40), fc.constantFrom(-700, 700, -1e4, 1e4))),
      expected: task.answer,
      tolerance: { relative: 0, absolute: 1e-12 },
    }),
    pure(task, upTo(20)),
  ];
}

function lossLaws({ binaryCrossEntropy: loss, binaryCrossEntropyGradient: slope }: BackpropagationTasks): Law[] {
  const inner = fc
    .array(fc.tuple(target, fc.integer({ min: 50, max: 950 })), { minLength: 1, maxLength: 5 })
    .map((pairs): [Vector, Vector] => [pairs.map(([t]) => t), pairs.map(([, y]) => y / 1000)]);
  return [
    equals('cross-entropy-definition', loss, {
      inputs: targetsAndPredictions,
      expected: loss.answer,
      tolerance: lossTolerance,
      probes: true,
    }),
    pure(loss, targetsAndPredictions),
    equals('cross-entropy-slope', slope, {
      inputs: inner,
      expected: (targets, predictions) => gradient((y) => binaryCrossEntropy(targets, [...y]), predictions),
      tolerance: measuredSlope,
      probes: true,
    }),
    equals('cross-entropy-gradient-at-the-ends', slope, {
      inputs: targetsAndPredictions,
      expected: slope.answer,
      tolerance: lossGradientTolerance,
    }),
    pure(slope, targetsAndPredictions),
  ];
}

const asForward = ({ layers, input }: Example): [layers: Layer[], input: Vector] => [layers, input];
const asBackward = ({ layers, input, targets }: Example): [layers: Layer[], pass: ForwardPass, targets: Vector] => [
  layers,
  forward(layers, input),
  targets,
];

function networkLaws({ forward: pass, backward: task, gradientDescentStep: step }: BackpropagationTasks): Law[] {
  const small = exampleOf(3);
  const steps = fc
    .tuple(layersAndGradients, fc.constantFrom(0.5, 0.1, 2, 3))
    .map(([[layers, gradients], rate]): [Layer[], Layer[], number] => [layers, gradients, rate]);
  return [
    equals('forward-definition', pass, {
      inputs: exampleOf(5).map(asForward),
      runs: 50,
      expected: pass.answer,
      tolerance: arithmetic,
      probes: true,
    }),
    pure(pass, small.map(asForward), 12),
    law('backward-finite-differences', task, {
      inputs: small,
      runs: 40,
      probes: true,
      calls: (drawn) => [asBackward(drawn)],
      check: ({ layers, input, targets }, { values: [received = []] }) => {
        const loss = (moved: readonly Layer[]) =>
          binaryCrossEntropy(targets, forward(moved, input).activations.at(-1)!);
        return firstDifference(layerGradients(loss, layers), received, measuredSlope);
      },
    }),
    equals('backward-definition', task, {
      inputs: exampleOf(8, 4).map(asBackward),
      runs: 40,
      expected: task.answer,
      tolerance: { relative: 1e-7, absolute: 1e-13 },
    }),
    pure(task, small.map(asBackward), 12),
    equals('descent-step', step, {
      inputs: steps,
      runs: 40,
      expected: step.answer,
      tolerance: arithmetic,
      probes: true,
    }),
    pure(step, steps, 12),
  ];
}

/** With inputs and targets that let neither ∂L/∂a_N nor ∂z_0/∂w_0 vanish. */
const chainExamples = (maxNeurons: number, minNeurons = 2) =>
  fc
    .tuple(chainOf(maxNeurons, minNeurons), nonzero(2), fc.constantFrom(0, 1))
    .map(([chain, input, t]): [chain: Chain, input: number, target: number] => [chain, input, t]);

function chainLaws({ chainFactors: factors, chainGradient: task }: BackpropagationTasks): Law[] {
  const factorExamples = fc
    .tuple(chainOf(6), nonzero(2))
    .map(([chain, x]): [chain: Chain, input: number] => [chain, x]);
  return [
    equals('chain-factors', factors, {
      inputs: factorExamples,
      runs: 50,
      expected: factors.answer,
      tolerance: { relative: 1e-9, absolute: 0 },
      probes: true,
    }),
    pure(factors, factorExamples, 12),
    equals('chain-finite-differences', task, {
      inputs: chainExamples(4),
      expected: (chain, input, t) =>
        derivative((w) => {
          const { activations } = chainForward({ ...chain, weights: chain.weights.with(0, w) }, input);
          return binaryCrossEntropy([t], [activations.at(-1)!]);
        }, chain.weights[0]!),
      tolerance: measuredSlope,
      probes: true,
    }),
    equals('chain-product', task, {
      inputs: chainExamples(60, 10),
      runs: 40,
      expected: task.answer,
      tolerance: { relative: 1e-9, absolute: 0 },
    }),
    pure(task, chainExamples(6), 12),
  ];
}

/** The properties of all nine tasks, each task's in the order in which they are tried. */
export const laws = (tasks: BackpropagationTasks): readonly Law[] => [
  ...sigmoidLaws(tasks),
  ...sigmoidDerivativeLaws(tasks),
  ...lossLaws(tasks),
  ...networkLaws(tasks),
  ...chainLaws(tasks),
];
