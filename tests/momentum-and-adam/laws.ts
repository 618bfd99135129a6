import * as fc from 'fast-check';
import { firstDifference, type Law, law, pure, type Tolerance } from '../../grader/kit.ts';
import type { AdamArgs, MomentumArgs, OptimizerTasks } from './reference.ts';

/** Few digits, so that a counterexample can be checked by hand. */
const tenths = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max }).map((k) => k / 10);
const learningRate = fc.constantFrom(0.1, 0.01, 0.5);

/** As many entries of each as there are parameters. */
const columns = fc.array(
  fc.record({ parameter: tenths(-20, 20), first: tenths(-20, 20), second: tenths(1, 30), gradient: tenths(-30, 30) }),
  { minLength: 1, maxLength: 3 },
);

const momentumInputs: fc.Arbitrary<MomentumArgs> = fc
  .tuple(columns, learningRate, fc.constantFrom(0.9, 0.5, 0))
  .map(([list, rate, momentum]) => [
    { parameters: list.map((one) => one.parameter), velocity: list.map((one) => one.first) },
    list.map((one) => one.gradient),
    rate,
    momentum,
  ]);

/** Any state after some steps, and the one before the first. */
const adamInputs: fc.Arbitrary<AdamArgs> = fc
  .tuple(columns, learningRate, fc.integer({ min: 0, max: 50 }))
  .map(([list, rate, steps]) => [
    {
      parameters: list.map((one) => one.parameter),
      mean: list.map((one) => (steps === 0 ? 0 : one.first)),
      square: list.map((one) => (steps === 0 ? 0 : one.second)),
      steps,
    },
    list.map((one) => one.gradient),
    rate,
  ]);

/** Sums of two products. Terms of up to 60 cancel; each is rounded to 1e-16 of itself. */
const arithmetic: Tolerance = { relative: 1e-9, absolute: 1e-12 };

export const laws = ({ momentumStep, adamStep }: OptimizerTasks): readonly Law[] => [
  law('velocity-accumulates', momentumStep, {
    inputs: momentumInputs,
    probes: true,
    calls: (args) => [args],
    check: (args, { values: [received] }) =>
      firstDifference(
        { velocity: momentumStep.answer(...args).velocity },
        { velocity: received!.velocity },
        arithmetic,
      ),
  }),
  law('step-along-the-velocity', momentumStep, {
    inputs: momentumInputs,
    probes: true,
    calls: (args) => [args],
    // With the velocity that the answer itself has: a wrong one is the other law's.
    check: ([{ parameters }, , rate], { values: [received] }) =>
      firstDifference(
        { parameters: parameters.map((p, i) => p - rate * (received!.velocity[i] ?? Number.NaN)) },
        { parameters: received!.parameters },
        arithmetic,
      ),
  }),
  pure(momentumStep, momentumInputs),
  law('adam-moments', adamStep, {
    inputs: adamInputs,
    probes: true,
    calls: (args) => [args],
    check(args, { values: [received] }) {
      const moments = ({ mean, square, steps }: ReturnType<typeof adamStep.answer>) => ({ mean, square, steps });
      return firstDifference(moments(adamStep.answer(...args)), moments(received!), arithmetic);
    },
  }),
  law('adam-step', adamStep, {
    inputs: adamInputs,
    probes: true,
    calls: (args) => [args],
    check: (args, { values: [received] }) =>
      firstDifference(
        { parameters: adamStep.answer(...args).parameters },
        { parameters: received!.parameters },
        arithmetic,
      ),
  }),
  pure(adamStep, adamInputs),
];
