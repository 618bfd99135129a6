import fc, { type Arbitrary } from 'fast-check';
import { equals, firstDifference, type Law, law, pure, type Tolerance } from '../../grader/contract.ts';
import { globalNorm } from '../../reference/clipping.ts';
import { gradientDescentStep } from '../../reference/network.ts';
import { asVectors, regularizedGradients, type StepOptions } from '../../reference/training.ts';
import type { Layer } from '../../reference/types.ts';
import { exampleOf } from './generators.ts';
import { asGradients } from './laws-gradients.ts';
import type { DeepNetworkTasks, StepArgs } from './reference.ts';

/** θ − η·g with both terms up to some 1e2: what cancels leaves 1e-16 of these. */
const arithmetic: Tolerance = { relative: 1e-9, absolute: 1e-11 };

const rates = fc.constantFrom(0.5, 0.1, 1, 2);
const decays = fc.constantFrom(0.1, 0.5, 1);
/** On both sides of the norms of these nets, which lie between 0.1 and 10 as a rule. */
const maxNorms = fc.constantFrom(1, 0.1, 0.5, 3, 20);

const stepsOf = <Options extends StepOptions>(options: Arbitrary<Options>): Arbitrary<StepArgs> =>
  fc.tuple(exampleOf(), options).map(([example, chosen]): StepArgs => [...asGradients(example), chosen]);

const gradientsOf = ([layers, activation, inputs, labels, { l2 = 0 }]: StepArgs): Layer[] =>
  regularizedGradients(layers, activation, inputs, labels, l2);

/** The contract asks about norms of at least 0.1, where maxNorm/norm and maxNorm/(norm + 1e-6) are both in use. */
const isClippable = (args: StepArgs): boolean => globalNorm(asVectors(gradientsOf(args))) >= 0.1;

/** The step with maxNorm/(norm + 1e-6) and at most 1 for a factor, as PyTorch has it. */
function stepWithMargin(args: StepArgs): Layer[] {
  const [layers, , , , { learningRate, maxNorm = Infinity }] = args;
  const gradients = gradientsOf(args);
  const factor = Math.min(1, maxNorm / (globalNorm(asVectors(gradients)) + 1e-6));
  return gradientDescentStep(layers, gradients, learningRate * factor);
}

/**
 * A net that is sure of its examples: the logits lie 9,000 apart, softmax is 1 and 0 to the last bit, and the gradient
 * is 0.
 */
const certain: Arbitrary<StepArgs> = fc
  .tuple(exampleOf({ maxLayers: 1 }), fc.record({ learningRate: rates, maxNorm: maxNorms }))
  .map(([example, options]): StepArgs => {
    const { weights } = example.layers[0]!;
    const biases = weights.map((_, k) => (k === 0 ? 9000 : 0));
    return [[{ weights, biases }], example.activation, example.inputs, example.labels.map(() => 0), options];
  });

export function stepLaws({ trainStep: task }: DeepNetworkTasks): Law[] {
  const plain = stepsOf(fc.record({ learningRate: rates }));
  const decayed = stepsOf(fc.record({ learningRate: rates, l2: decays }));
  const clipped = stepsOf(fc.record({ learningRate: rates, maxNorm: maxNorms })).filter(isClippable);
  const both = stepsOf(fc.record({ learningRate: rates, maxNorm: maxNorms, l2: decays })).filter(isClippable);

  const clips = (id: string, inputs: Arbitrary<StepArgs>): Law =>
    law(id, task, {
      inputs,
      probes: true,
      calls: (args) => [args],
      check(args, { values: [received = []] }) {
        const difference = firstDifference(task.answer(...args), received, arithmetic);
        return difference && firstDifference(stepWithMargin(args), received, arithmetic) && difference;
      },
    });
  return [
    equals('step-against-the-gradient', task, {
      inputs: plain,
      expected: task.answer,
      tolerance: arithmetic,
      probes: true,
    }),
    equals('step-with-l2', task, { inputs: decayed, expected: task.answer, tolerance: arithmetic, probes: true }),
    clips('step-clipped-by-global-norm', clipped),
    clips('step-clipped-after-l2', both),
    equals('zero-gradient-stays-zero', task, {
      inputs: certain,
      expected: ([...layers]) => layers,
      tolerance: arithmetic,
      runs: 30,
      probes: true,
    }),
    pure(task, both),
  ];
}
