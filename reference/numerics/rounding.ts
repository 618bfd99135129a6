import type { Loss } from '../nets/losses.ts';
import type { Neuron } from '../nets/network.ts';
import type { ForwardPass, Layer, Vector } from './types.ts';

/**
 * How far two right answers in double precision may be apart: a running error analysis (Higham 2002, §3.3) of nets and
 * chains, in which every operation is allowed its own error and hands on those before it. The bounds follow the numbers
 * at hand, so they hold for activation functions that grow as for those that saturate. A number is known within ± error.
 */
export interface Known {
  readonly value: number;
  readonly error: number;
}

/** What each operation is allowed: sums of products relative to their terms, φ and φ′ relative to 1 + what they give. */
export interface Allowance {
  readonly sums: number;
  readonly functions: number;
}

/** Error allowed for a function written in any reasonable form: about a hundred roundings. */
export const ofAnyone: Allowance = { sums: 1e-15, functions: 1e-14 };

/** Of the reference itself: some four roundings. */
export const ofOurs: Allowance = { sums: 1e-15, functions: 1e-15 };

export const times = (a: Known, b: Known, sums: number): Known => ({
  value: a.value * b.value,
  error:
    Math.abs(a.value) * b.error + Math.abs(b.value) * a.error + a.error * b.error + sums * Math.abs(a.value * b.value),
});

/** |φ″| near z as far as z is uncertain: the steeper side where φ′ has a kink. */
function bend({ derivative }: Neuron, { value: z, error }: Known): number {
  const step = Math.max(error, 1e-5 * Math.max(1, Math.abs(z)));
  const slope = derivative(z);
  return Math.max(Math.abs(derivative(z + step) - slope), Math.abs(slope - derivative(z - step))) / step;
}

export function activated(neuron: Neuron, z: Known, { functions }: Allowance): Known {
  const value = neuron.value(z.value);
  const steepness = Math.abs(neuron.derivative(z.value)) + bend(neuron, z) * z.error;
  return { value, error: steepness * z.error + functions * (1 + Math.abs(value)) };
}

export function slopeAt(neuron: Neuron, z: Known, { functions }: Allowance): Known {
  const value = neuron.derivative(z.value);
  return { value, error: bend(neuron, z) * z.error + functions * (1 + Math.abs(value)) };
}

/** Σ w_i·a_i + b */
export const weighted = (weights: Vector, inputs: readonly Known[], bias: number, { sums }: Allowance): Known => ({
  value: weights.reduce((sum, w, i) => sum + w * inputs[i]!.value, bias),
  error: weights.reduce(
    (sum, w, i) => sum + Math.abs(w) * (inputs[i]!.error + sums * Math.abs(inputs[i]!.value)),
    sums * Math.abs(bias),
  ),
});

export const exactly = (value: number): Known => ({ value, error: 0 });
export const errorsOf = (known: readonly Known[]): Vector => known.map(({ error }) => error);

/** ∂L/∂y_i; y and t themselves may be rounded where they are subtracted. */
export function lossSlopes(
  loss: Loss,
  targets: Vector,
  outputs: readonly Known[],
  { sums }: Allowance,
): readonly Known[] {
  const y = outputs.map(({ value }) => value);
  const bends = loss.curvature(targets, y);
  return loss.gradient(targets, y).map((value, i) => ({
    value,
    error: bends[i]! * (outputs[i]!.error + sums * (1 + Math.abs(y[i]!))) + sums * Math.abs(value),
  }));
}

interface KnownPass {
  readonly z: readonly (readonly Known[])[];
  readonly a: readonly (readonly Known[])[];
}

function knownPass(neuron: Neuron, layers: readonly Layer[], input: Vector, allowance: Allowance): KnownPass {
  const z: Known[][] = [];
  const a: Known[][] = [input.map(exactly)];
  for (const { weights, biases } of layers) {
    z.push(weights.map((row, j) => weighted(row, a.at(-1)!, biases[j]!, allowance)));
    a.push(z.at(-1)!.map((one) => activated(neuron, one, allowance)));
  }
  return { z, a };
}

/** Error bounds of every number of a forward pass (weights fanOut × fanIn). */
export function passErrors(
  neuron: Neuron,
  layers: readonly Layer[],
  input: Vector,
  allowance: Allowance = ofAnyone,
): ForwardPass {
  const { z, a } = knownPass(neuron, layers, input, allowance);
  return { preactivations: z.map(errorsOf), activations: a.map(errorsOf) };
}

/** Error bound of the loss of one example. */
export function lossError(
  neuron: Neuron,
  loss: Loss,
  { layers, input, targets }: { readonly layers: readonly Layer[]; readonly input: Vector; readonly targets: Vector },
): number {
  const outputs = knownPass(neuron, layers, input, ofOurs).a.at(-1)!;
  const slopes = lossSlopes(loss, targets, outputs, ofOurs);
  const value = loss.value(
    targets,
    outputs.map((y) => y.value),
  );
  return slopes.reduce((sum, slope, i) => sum + Math.abs(slope.value) * outputs[i]!.error, ofOurs.sums * value);
}

/** Of the gradients of one example, also for who computes the forward pass again; weights fanOut × fanIn. */
export function gradientErrors(
  neuron: Neuron,
  loss: Loss,
  layers: readonly Layer[],
  input: Vector,
  targets: Vector,
): readonly Layer[] {
  const { z, a } = knownPass(neuron, layers, input, ofAnyone);
  const errors: Layer[] = [];
  let upstream = lossSlopes(loss, targets, a.at(-1)!, ofAnyone);
  for (let l = layers.length - 1; l >= 0; l--) {
    const delta = upstream.map((g, j) => times(g, slopeAt(neuron, z[l]![j]!, ofAnyone), ofAnyone.sums));
    errors.unshift({
      weights: delta.map((d) => a[l]!.map((x) => times(d, x, ofAnyone.sums).error)),
      biases: errorsOf(delta),
    });
    upstream = a[l]!.map((_, i) =>
      weighted(
        layers[l]!.weights.map((row) => row[i]!),
        delta,
        0,
        ofAnyone,
      ),
    );
  }
  return errors;
}
