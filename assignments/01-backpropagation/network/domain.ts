import {
  domain,
  inputs,
  type Landmark,
  layersLike,
  layers as layersOf,
  limited,
  real,
  seenAs,
  type TaskDomain,
  vector,
} from '../../../grader/kit.ts';
import { gradientErrors, passErrors } from '../../../reference/numerics/rounding.ts';
import type { ForwardPass, Layer, Vector } from '../../../reference/numerics/types.ts';
import { turned } from '../../../reference/weights/orientation.ts';
import type { Model } from '../model.ts';
import {
  around,
  inputNumbers,
  isBounded,
  isSaturated,
  netsOf,
  tamed,
  targetNumbers,
  withSaturated,
} from '../ranges.ts';
import type { BackpropagationTasks } from '../reference.ts';
import { arithmetic } from '../tolerances.ts';

type ForwardArgs = [layers: Layer[], input: Vector];
type BackwardArgs = [layers: Layer[], pass: ForwardPass, targets: Vector];
type Example = [layers: Layer[], input: Vector, targets: Vector];

export const networkDomains = (t: BackpropagationTasks, model: Model): readonly TaskDomain[] => [
  forwardDomain(t, model),
  backwardDomain(t, model),
  stepDomain(t, model),
];

const fanInOf = ({ parameters }: Model, [first]: readonly Layer[]): number =>
  (parameters.orientation === 'out-by-in' ? first?.weights[0]?.length : first?.weights.length) ?? 0;

function inputsTo(model: Model) {
  const entries = inputNumbers(model);
  return (layers: readonly Layer[]) => vector({ length: fanInOf(model, layers), entries });
}

/** Units as far out as can be asked pass nothing back; of functions without ends there are none. */
function saturations<Args extends readonly [Layer[], ...unknown[]]>(
  model: Model,
  isOutputIncluded: boolean,
  withNet: (args: Args, net: Layer[]) => Args,
): readonly Landmark<Args>[] {
  if (!isBounded(model)) return [];
  const depth = ([net]: Args): number => net.length - (isOutputIncluded ? 0 : 1);
  const biases = (args: Args): number[] => args[0].slice(0, depth(args)).flatMap((layer) => layer.biases);
  const landmark = (id: string, all: boolean): Landmark<Args> => ({
    id,
    place: (args, { next }) =>
      withNet(
        args,
        withSaturated(args[0], depth(args), (count) => Math.floor(next() * count), all),
      ),
    isAt: (args) => (all ? depth(args) > 0 && biases(args).every(isSaturated) : biases(args).some(isSaturated)),
  });
  return [landmark('a unit is saturated', false), landmark('all units are saturated', true)];
}

/** Nets over the whole domain: each costs as much as a hundred numbers. */
const netDraws = 16;

const upright = ({ parameters }: Model, layers: readonly Layer[]): readonly Layer[] =>
  turned(parameters.orientation, layers);

function forwardDomain({ forward: task }: BackpropagationTasks, model: Model): TaskDomain {
  const inputsOf = inputsTo(model);
  const all = inputs<ForwardArgs>(['layers', 'input'], [netsOf(model), ([layers]) => inputsOf(layers)]);
  const settled = ([layers, input]: ForwardArgs): ForwardArgs => [[...tamed(model, layers, input, false)], input];
  return domain(task, limited(all, { settled }), {
    id: 'forward-definition',
    draws: netDraws,
    landmarks: saturations(model, true, ([, input], layers): ForwardArgs => [layers, input]),
    tolerance: arithmetic,
    rounding: (layers, input) => passErrors(model.activation, upright(model, layers), input),
  });
}

/** Drawn with an input, called with the forward pass that belongs to it. */
function backwardDomain({ backward: task }: BackpropagationTasks, model: Model): TaskDomain {
  const { activation, loss, net, parameters } = model;
  const inputsOf = inputsTo(model);
  const target = targetNumbers(model);
  const drawn = inputs<Example>(
    ['layers', 'input', 'targets'],
    [
      netsOf(model),
      ([layers]) => inputsOf(layers),
      ([layers]) => vector({ length: layers.at(-1)!.biases.length, entries: target }),
    ],
  );
  const settled = ([layers, input, targets]: Example): Example => [
    [...tamed(model, layers, input, true)],
    input,
    targets,
  ];
  const asCalled = ([layers, input, targets]: Example): BackwardArgs => [layers, net.forward(layers, input), targets];
  const all = seenAs(
    limited(drawn, { settled }),
    asCalled,
    ([layers, { activations }, targets]): Example => [layers, activations[0]!, targets],
  );
  return domain(task, all, {
    id: 'backward-definition',
    draws: netDraws,
    landmarks: saturations(
      model,
      false,
      ([layers, { activations }, targets], changed): BackwardArgs =>
        asCalled(settled([changed, activations[0] ?? layers[0]!.biases, targets])),
    ),
    rounding: (layers, pass, targets) =>
      turned(
        parameters.orientation,
        gradientErrors(activation, loss, upright(model, layers), pass.activations[0]!, targets),
      ),
  });
}

function stepDomain({ gradientDescentStep: task }: BackpropagationTasks, { parameters }: Model): TaskDomain {
  const { orientation } = parameters;
  const number = around(3, 10);
  const numbers = { weights: number, biases: number, orientation };
  return domain(
    task,
    [
      layersOf({ depth: [1, 12], width: [1, 16], ...numbers }),
      ([layers]) => layersLike(layers, numbers),
      real({ from: 0, to: 10 }),
    ],
    { draws: netDraws, id: 'descent-step', tolerance: arithmetic },
  );
}
