import { domain, type Landmark, oneOf, optional, real, record, type TaskDomain } from '../../../../grader/kit.ts';
import { globalNorm } from '../../../../reference/nets/clipping.ts';
import { asVectors, type StepOptions } from '../../../../reference/nets/training.ts';
import { type ExampleParts, exampleNames, exampleParts, lastClassLandmarks } from '../../gradients/domain.ts';
import { layersOfParts, netDomain, partsOfNet } from '../../nets/domain.ts';
import { saturationLandmarks } from '../../nets/saturation.ts';
import type { DeepNetworkTasks, StepArgs } from '../../reference.ts';
import type { Rules } from '../../rules.ts';
import { gradientsUnder } from './choices.ts';
import { compareSteps, stepErrors } from './compare.ts';

/** An option that is not given is absent from the object, or there and `undefined`. */
type Absence = 'absent' | 'undefined';
type StepParts = ExampleParts<[options: StepOptions, absence: Absence]>;

const optionKeys = ({ clipping }: Rules): readonly (keyof StepOptions)[] => {
  if (clipping === 'none') return ['l2'];
  return ['l2', clipping === 'norm' ? 'maxNorm' : 'limit'];
};

function optionsDomain({ clipping }: Rules) {
  const rate = real({ from: 0, to: 10, usual: [0, 2] });
  const l2 = optional(real({ from: 0, to: 10, usual: [0, 1] }));
  const bound = optional(real({ from: 1e-3, to: 1e3, usual: [1e-3, 5] }));
  // As the type has it, all three; only those are drawn that a variant has.
  const fields = {
    learningRate: rate,
    l2,
    ...(clipping === 'norm' && { maxNorm: bound }),
    ...(clipping === 'value' && { limit: bound }),
  };
  return record<StepOptions>(fields as never);
}

const making = (rules: Rules) => ({
  argsOf(parts: StepParts): StepArgs {
    const [, , , , activation, inputs, labels, options, absence] = parts;
    const given =
      absence === 'absent'
        ? options
        : Object.fromEntries(
            ['learningRate', ...optionKeys(rules)].map((key) => [key, options[key as keyof StepOptions]]),
          );
    return [layersOfParts(parts), activation, inputs, labels, given as StepOptions];
  },
  partsOf([layers, activation, inputs, labels, options]: StepArgs): StepParts {
    const given = Object.entries(options).filter(([, value]) => value !== undefined);
    const absence = given.length < Object.keys(options).length ? 'undefined' : 'absent';
    return partsOfNet(layers, activation, inputs, labels, Object.fromEntries(given) as StepOptions, absence);
  },
});

/** Norms below this are asked about only if they are 0: there ε counts. */
const leastNorm = 0.1;
const nothing = 1e-13;

function isClippable(rules: Rules, args: StepArgs): boolean {
  const { maxNorm } = args[4];
  if (maxNorm === undefined) return true;
  const norm = globalNorm(asVectors(gradientsUnder(rules, { margin: 0, slopeAtKink: 0 }, args)));
  return norm >= leastNorm || norm <= nothing;
}

const withOptions = (args: StepArgs, options: Partial<StepOptions>): StepArgs =>
  args.with(4, { ...args[4], ...options }) as StepArgs;

/** How long the gradient of a step is, before it is clipped. */
const normOf = (rules: Rules, args: StepArgs): number =>
  globalNorm(asVectors(gradientsUnder(rules, { margin: 0, slopeAtKink: 0 }, args)));

/** Just inside a bound and just outside, well beyond it, and far from it; and a gradient of 0. */
function normLandmarks(rules: Rules): readonly Landmark<StepArgs>[] {
  if (rules.clipping !== 'norm') return [];
  const landmark = (id: string, from: number, to: number): Landmark<StepArgs> => ({
    id: `the gradient is ${id}`,
    place: (args, { next }) =>
      withOptions(args, { maxNorm: normOf(rules, args) / (from + (to - from) * (0.1 + 0.8 * next())) }),
    isAt(args) {
      const { maxNorm } = args[4];
      if (maxNorm === undefined) return false;
      const ratio = normOf(rules, args) / maxNorm;
      return ratio > from && ratio < to && maxNorm >= 1e-3 && maxNorm <= 1e3 && isClippable(rules, args);
    },
  });
  return [
    landmark('just inside maxNorm', 0.99, 0.9999),
    landmark('just beyond maxNorm', 1.0001, 1.01),
    landmark('well beyond maxNorm', 1.5, 10),
    landmark('far beyond maxNorm', 20, 100),
    landmark('well inside maxNorm', 0.2, 0.8),
    beyondHundred(rules),
  ];
}

const mostInput = 100;

/** Large inputs make long gradients, which large bounds are for. */
const beyondHundred = (rules: Rules): Landmark<StepArgs> => ({
  id: 'the gradient is beyond a maxNorm of more than 100',
  place([layers, activation, inputs, labels, options]) {
    const large = inputs.map((row) => row.map((x) => (x < 0 ? -mostInput : mostInput)));
    const args: StepArgs = [layers, activation, large, labels, options];
    return withOptions(args, { maxNorm: Math.min(1e3, Math.max(101, normOf(rules, args) / 1.3)) });
  },
  isAt: (args) => {
    const { maxNorm = 0 } = args[4];
    return maxNorm > 100 && maxNorm <= 1e3 && normOf(rules, args) > 1.1 * maxNorm;
  },
});

/** A net of one class, or one that is certain: nothing is left to learn. */
const certain = (rules: Rules): Landmark<StepArgs> => ({
  id: 'the gradient is 0',
  place(args) {
    const [layers, activation, inputs, labels, options] = args;
    const { weights, biases } = layers.at(-1)!;
    const sure = biases.map((_, k) => (k === labels[0] ? 4900 : -4900));
    const same = labels.map(() => labels[0]!);
    const zero = weights.map((row) => row.map(() => 0));
    return [layers.with(-1, { weights: zero, biases: sure }), activation, inputs, same, { ...options, l2: 0 }];
  },
  isAt: (args) => normOf(rules, args) === 0 && args[4].learningRate > 0,
});

/** Nets as for the gradients, and every combination of options. */
export function stepDomain({ trainStep: task }: DeepNetworkTasks, rules: Rules): TaskDomain {
  const own = making(rules);
  // How an option is missing is seen only where one is: it is no end to be met with those of the others.
  const absence = oneOf<Absence>('absent', 'undefined');
  const missing = { ...absence, landmarks: absence.landmarks.map(({ isEdge: _, ...mark }) => mark) };
  const parts = [...exampleParts(rules), optionsDomain(rules), missing] as const;
  const names = [...exampleNames, 'options', 'an option that is not given'] as const;
  const whole = netDomain<StepArgs, StepParts>(rules, names, parts, own, (args) => isClippable(rules, args));
  return domain(task, whole, {
    compare: (args, _, received) => compareSteps(rules, args, received),
    rounding: (...args) => stepErrors(rules, args),
    landmarks: [
      ...saturationLandmarks(rules, own),
      ...lastClassLandmarks<StepArgs>(),
      ...normLandmarks(rules),
      certain(rules),
    ],
  });
}
