import { type Domain, layers, type NetLayer, real } from '../../grader/kit.ts';
import type { Layer, Vector } from '../../reference/numerics/types.ts';
import { turned } from '../../reference/weights/orientation.ts';
import { farthest, isCrossEntropy, type Model, steepestOf } from './model.ts';

/** Up to this slope weights are as large as for the sigmoid; for steeper functions they are smaller by as much. */
const usualSteepness = 1.25;
export const easeOf = ({ activation }: Model): number => Math.min(1, usualSteepness / steepestOf(activation));

/** Where a unit is saturated, if the activation has ends and is computed so far out. */
const saturated = 9000;
export const isBounded = ({ activation: { range, limit } }: Model): boolean =>
  range.every(Number.isFinite) && limit >= saturated;

/** As far out as the contract asks. */
const farthestHidden = 1e4;

/** σ(27) is 1 − 1.9e-12: so close to 0 and 1 come the outputs of which a loss is asked. */
const farthestOutput = 27;

/** How large |z| may be, of hidden units and of outputs. */
function reachOf(model: Model, isOutput: boolean, hasLoss: boolean): number {
  if (!isBounded(model)) return farthest;
  if (!isOutput || !hasLoss || !isCrossEntropy(model.parameters)) return farthestHidden;
  return model.names.activation === 'sigmoid' ? farthestOutput : farthest;
}

/** A number with zero, the small ones and the largest, of which most are of a usual size. */
export const around = (usual: number, most: number): Domain<number> =>
  real({ from: -most, to: most, usual: [-usual, usual] });

/** Nets of the contract; the activation decides how large their weights are. */
export const netsOf = (model: Model): Domain<NetLayer[]> => {
  const ease = easeOf(model);
  return layers({
    depth: [1, 12],
    width: [1, 16],
    weights: around(1.5 * ease, 2 * ease),
    biases: around(1.5 * ease, 3 * ease),
    orientation: model.parameters.orientation,
  });
};

/** What a net, and a chain, is asked about: all that a unit may receive. */
export const inputNumbers = (model: Model): Domain<number> => around(2, isBounded(model) ? 30 : 2);

export const targetNumbers = ({ parameters }: Model): Domain<number> =>
  isCrossEntropy(parameters) ? real({ from: 0, to: 1, thresholds: [0.5] }) : around(2, 10);

export const predictionNumbers = ({ parameters }: Model): Domain<number> =>
  isCrossEntropy(parameters) ? real({ from: 1e-12, to: 1 - 1e-12, thresholds: [0.5] }) : around(3, 1000);

/** The same net with smaller weights and biases in layers whose units would be too far out. */
export function tamed(model: Model, given: readonly Layer[], input: Vector, hasLoss: boolean): readonly Layer[] {
  const { orientation } = model.parameters;
  if (isNear(model, given, hasLoss)) return given;
  let a = input;
  const upright = turned(orientation, given).map((layer, l, all) => {
    const limit = reachOf(model, l === all.length - 1, hasLoss);
    const sums = layer.weights.map((row, j) => row.reduce((sum, w, i) => sum + w * a[i]!, layer.biases[j]!));
    const share = Math.min(1, limit / Math.max(...sums.map(Math.abs)));
    a = sums.map((z) => model.activation.value(z * share));
    return share === 1 ? layer : scaled(layer, share);
  });
  return turned(orientation, upright);
}

/** Whether no unit of a net of several layers can be too far out, as its last weights alone tell. */
function isNear(model: Model, given: readonly Layer[], hasLoss: boolean): boolean {
  if (!isBounded(model) || given.length < 2) return false;
  const [last] = turned(model.parameters.orientation, given.slice(-1));
  const largest = Math.max(...model.activation.range.map(Math.abs));
  const limit = reachOf(model, true, hasLoss);
  return last!.weights.every(
    (row, j) => row.reduce((sum, w) => sum + Math.abs(w) * largest, Math.abs(last!.biases[j]!)) <= limit,
  );
}

const scaled = ({ weights, biases }: Layer, share: number): Layer => ({
  weights: weights.map((row) => row.map((w) => w * share)),
  biases: biases.map((b) => b * share),
});

/** Biases that leave their unit as far out as can be asked: of one unit of these layers, or of all. */
export function withSaturated(
  net: readonly Layer[],
  layers: number,
  choose: (count: number) => number,
  all: boolean,
): Layer[] {
  const chosen = choose(layers);
  return net.map(({ weights, biases }, l) => {
    const unit = choose(biases.length);
    const sign = choose(2) === 0 ? 1 : -1;
    const isHere = l < layers && (all || l === chosen);
    return { weights, biases: isHere ? biases.map((b, j) => (all || j === unit ? sign * saturated : b)) : biases };
  });
}

export const isSaturated = (bias: number): boolean => Math.abs(bias) === saturated;
