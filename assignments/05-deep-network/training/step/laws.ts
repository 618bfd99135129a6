import * as fc from 'fast-check';
import { equals, type Law, law, type Tolerance } from '../../../../grader/kit.ts';
import { globalNorm } from '../../../../reference/nets/clipping.ts';
import { asVectors, type StepOptions } from '../../../../reference/nets/training.ts';
import type { Layer } from '../../../../reference/numerics/types.ts';
import { asGradients } from '../../gradients/laws.ts';
import { exampleOf } from '../../nets/generators.ts';
import type { DeepNetworkTasks, StepArgs } from '../../reference.ts';
import type { Rules } from '../../rules.ts';
import { compareSteps } from './compare.ts';

/** θ − η·g with both terms up to some 1e2: what cancels leaves 1e-16 of these. */
const arithmetic: Tolerance = { relative: 1e-9, absolute: 1e-11 };

const rates = fc.constantFrom(0.5, 0.1, 1, 2, 0);
const decays = fc.constantFrom(0.1, 0.5, 1);
/** On both sides of the norms of these nets, which lie between 0.1 and 10 as a rule. */
const maxNorms = fc.constantFrom(1, 0.1, 0.5, 3, 20);
/** On both sides of the entries of their gradients. */
const limits = fc.constantFrom(0.2, 0.05, 0.5, 1, 5);

const stepsOf = <Options extends StepOptions>(rules: Rules, options: fc.Arbitrary<Options>): fc.Arbitrary<StepArgs> =>
  fc.tuple(exampleOf(rules), options).map(([example, chosen]): StepArgs => [...asGradients(example), chosen]);

const gradientsOf = ({ regularized }: Rules, [layers, activation, inputs, labels, { l2 }]: StepArgs): Layer[] =>
  regularized(layers, activation, inputs, labels, l2);

/** The contract asks about norms of at least 0.1, where maxNorm/(norm + ε) is right for every ε up to 1e-6. */
const isClippable = (rules: Rules, args: StepArgs): boolean => globalNorm(asVectors(gradientsOf(rules, args))) >= 0.1;

/**
 * A net that is sure of its examples: the logits lie 9,000 apart, softmax is 1 and 0 to the last bit, and the gradient
 * is 0.
 */
const certain = (rules: Rules): fc.Arbitrary<StepArgs> =>
  fc
    .tuple(exampleOf(rules, { maxLayers: 1 }), fc.record({ learningRate: rates, maxNorm: maxNorms }))
    .map(([example, options]): StepArgs => {
      const { weights } = example.layers[0]!;
      const biases = weights.map((_, k) => (k === 0 ? 9000 : 0));
      return [[{ weights, biases }], example.activation, example.inputs, example.labels.map(() => 0), options];
    });

/** Without clipping. */
const freeSteps = ({ trainStep: task }: DeepNetworkTasks, rules: Rules, decayed: fc.Arbitrary<StepArgs>): Law[] => [
  equals('step-against-the-gradient', task, {
    inputs: stepsOf(rules, fc.record({ learningRate: rates })),
    expected: task.answer,
    tolerance: arithmetic,
    probes: true,
  }),
  equals('step-with-l2', task, { inputs: decayed, expected: task.answer, tolerance: arithmetic, probes: true }),
];

function clippedByNorm(
  { trainStep: task }: DeepNetworkTasks,
  rules: Rules,
  both: fc.Arbitrary<StepArgs>,
): readonly Law[] {
  const clips = (id: string, inputs: fc.Arbitrary<StepArgs>): Law =>
    law(id, task, {
      inputs,
      probes: true,
      calls: (args) => [args],
      check(args, { values: [received = []] }) {
        const difference = compareSteps(rules, args, received);
        return difference && { ...difference };
      },
    });
  const clipped = stepsOf(rules, fc.record({ learningRate: rates, maxNorm: maxNorms }));
  return [
    clips(
      'step-clipped-by-global-norm',
      clipped.filter((args) => isClippable(rules, args)),
    ),
    clips('step-clipped-after-l2', both),
    equals('zero-gradient-stays-zero', task, {
      inputs: certain(rules),
      expected: ([...layers]) => layers,
      tolerance: arithmetic,
      runs: 30,
      probes: true,
    }),
  ];
}

function clippedByValue(
  { trainStep: task }: DeepNetworkTasks,
  rules: Rules,
  both: fc.Arbitrary<StepArgs>,
): readonly Law[] {
  const clips = (id: string, inputs: fc.Arbitrary<StepArgs>): Law =>
    equals(id, task, { inputs, expected: task.answer, tolerance: arithmetic, probes: true });
  return [
    clips('step-clipped-by-value', stepsOf(rules, fc.record({ learningRate: rates, limit: limits }))),
    clips('step-clipped-after-l2', both),
  ];
}

export function stepLaws(tasks: DeepNetworkTasks, rules: Rules): readonly Law[] {
  const decayed = stepsOf(rules, fc.record({ learningRate: rates, l2: decays }));
  const free = freeSteps(tasks, rules, decayed);
  switch (rules.clipping) {
    case 'norm': {
      const options = fc.record({ learningRate: rates, maxNorm: maxNorms, l2: decays });
      const both = stepsOf(rules, options).filter((args) => isClippable(rules, args));
      return [...free, ...clippedByNorm(tasks, rules, both)];
    }
    case 'value': {
      const both = stepsOf(rules, fc.record({ learningRate: rates, limit: limits, l2: decays }));
      return [...free, ...clippedByValue(tasks, rules, both)];
    }
    case 'none':
      return free;
  }
}
