import * as fc from 'fast-check';
import { equals, type Law, law, pure, type Tolerance } from '../../grader/kit.ts';
import { layerGradients, measured } from '../../reference/finite-differences.ts';
import { turned } from '../../reference/orientation.ts';
import { gradientErrors, lossError, passErrors } from '../../reference/rounding.ts';
import type { ForwardPass, Layer, Vector } from '../../reference/types.ts';
import { type Example, exampleOf, layersAndGradients } from './generators.ts';
import type { Model } from './model.ts';
import type { BackpropagationTasks } from './reference.ts';
import { firstDifferenceInList, type Measurement, measures } from './tolerances.ts';

type ForwardArgs = [layers: Layer[], input: Vector];
type BackwardArgs = [layers: Layer[], pass: ForwardPass, targets: Vector];

const asForward = ({ layers, input }: Example): ForwardArgs => [layers, input];

const upright = ({ parameters }: Model, layers: readonly Layer[]): readonly Layer[] =>
  turned(parameters.orientation, layers);

/** One for each layer, by what rounding may do there. */
const tolerancesOf = (errors: readonly Vector[], { relative, absolute }: Tolerance): readonly Tolerance[] =>
  errors.map((layer) => ({ relative, absolute: absolute + Math.max(...layer) }));

/** Sums of a few products in double precision: a right answer is off by some 1e-15 of the terms. */
const arithmetic: Tolerance = { relative: 1e-9, absolute: 1e-12 };

function forwardLaws({ forward: task }: BackpropagationTasks, model: Model): Law[] {
  return [
    law('forward-definition', task, {
      inputs: exampleOf(model, 5).map(asForward),
      runs: 50,
      probes: true,
      calls: (args) => [args],
      check([layers, input], { values: [received = { preactivations: [], activations: [] }] }) {
        const expected = task.answer(layers, input);
        const errors = passErrors(model.activation, upright(model, layers), input);
        const differenceIn = (part: keyof ForwardPass) =>
          firstDifferenceInList(expected[part], received[part], tolerancesOf(errors[part], arithmetic), part);
        const difference = differenceIn('preactivations') ?? differenceIn('activations');
        return difference && { ...difference };
      },
    }),
    pure(task, exampleOf(model, 3).map(asForward), 12),
  ];
}

/** Every weight and bias moved to both sides. */
function measuredGradients(model: Model, [layers, pass, targets]: BackwardArgs): Measurement<Layer[]> {
  const input = pass.activations[0]!;
  const loss = (moved: readonly Layer[]) =>
    model.loss.value(targets, model.net.forward(moved, input).activations.at(-1)!);
  const noise = lossError(model.activation, model.loss, { layers: upright(model, layers), input, targets });
  let error = 0;
  const slopes = layerGradients(loss, layers, (f, x) => {
    const found = measured(f, x, noise);
    error = Math.max(error, found.error);
    return found.slope;
  });
  return { slopes, error };
}

function backwardLaws({ backward: task }: BackpropagationTasks, model: Model): Law[] {
  const asBackward = ({ layers, input, targets }: Example): BackwardArgs => [
    layers,
    model.net.forward(layers, input),
    targets,
  ];
  const small = exampleOf(model, 3).map(asBackward);
  return [
    measures('backward-finite-differences', task, {
      inputs: small,
      runs: 40,
      measure: (...args) => measuredGradients(model, args),
    }),
    law('backward-definition', task, {
      inputs: exampleOf(model, 8, 4).map(asBackward),
      runs: 40,
      calls: (args) => [args],
      check([layers, pass, targets], { values: [received = []] }) {
        const { activation, loss } = model;
        const errors = gradientErrors(activation, loss, upright(model, layers), pass.activations[0]!, targets);
        const tolerances = tolerancesOf(
          errors.map(({ weights, biases }) => [...weights.flat(), ...biases]),
          { relative: 1e-7, absolute: 1e-13 },
        );
        const difference = firstDifferenceInList(task.answer(layers, pass, targets), received, tolerances);
        return difference && { ...difference };
      },
    }),
    pure(task, small, 12),
  ];
}

function stepLaws({ gradientDescentStep: task }: BackpropagationTasks): Law[] {
  const steps = fc
    .tuple(layersAndGradients, fc.constantFrom(0.5, 0.1, 2, 3))
    .map(([[layers, gradients], rate]): [Layer[], Layer[], number] => [layers, gradients, rate]);
  return [
    equals('descent-step', task, {
      inputs: steps,
      runs: 40,
      expected: task.answer,
      tolerance: arithmetic,
      probes: true,
    }),
    pure(task, steps, 12),
  ];
}

/** Of whole nets. */
export const networkLaws = (tasks: BackpropagationTasks, model: Model): readonly Law[] => [
  ...forwardLaws(tasks, model),
  ...backwardLaws(tasks, model),
  ...stepLaws(tasks),
];
