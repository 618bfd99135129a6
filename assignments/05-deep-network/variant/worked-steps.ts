import type { StepOptions } from '../../../reference/nets/training.ts';
import type { Layer } from '../../../reference/numerics/types.ts';
import { type Parameters, strengthOf } from '../parameters.ts';
import { rulesOf } from '../rules.ts';

export const shortly = (value: number): string => String(Number(value.toPrecision(12)));
export const six = (value: number): string => value.toFixed(6).replace('-', '−');
const pair = (values: readonly number[]): string => `(${values.map(six).join(', ')})`;

/** The net that the statement works through by hand. */
const example: Layer[] = [
  {
    weights: [
      [1, -1],
      [0.5, 0.5],
    ],
    biases: [0, -0.5],
  },
  {
    weights: [
      [1, -2],
      [0.5, 1],
    ],
    biases: [0, 0.1],
  },
];
const inputs = [
  [2, 1],
  [0, 2],
];
const labels = [0, 1];

/** The statement's table of steps. */
export function stepWords(parameters: Parameters) {
  const { step, regularized, clipping } = rulesOf(parameters);
  const norm = (l2: number): number =>
    Math.hypot(
      ...regularized(example, 'relu', inputs, labels, l2).flatMap((one) => [...one.weights.flat(), ...one.biases]),
    );
  const row = (options: StepOptions) => {
    const [first] = step(example, 'relu', inputs, labels, options);
    return { norm: six(norm(options.l2 ?? 0)), weights: pair(first!.weights[0]!), biases: pair(first!.biases) };
  };
  const [learningRate, l2, bound] = [0.5, 0.1, 0.5];
  const bounds = { norm: { maxNorm: bound }, value: { limit: bound }, none: {} }[clipping];
  return {
    plain: row({ learningRate }),
    decayed: row({ learningRate, l2 }),
    clipped: row({ learningRate, l2, ...bounds }),
    factor: six(bound / norm(l2)),
    gradientOfBiases: pair(regularized(example, 'relu', inputs, labels, l2)[0]!.biases),
  };
}

/** The hint's step: a weight of 2 and a bias of 1, with the gradients 0.6 and 0.8, λ and the bound 1, η = 0.5. */
export function hintWords(parameters: Parameters) {
  const strength = strengthOf(parameters);
  const gradient = 0.6 + 2 * strength;
  const squares = gradient ** 2 + 0.8 ** 2;
  // As it is written: who follows by hand gets the same digits.
  const c = Number((1 / Math.sqrt(squares)).toFixed(6));
  const [weight, bias] = { norm: [c * gradient, c * 0.8], value: [1, 0.8], none: [gradient, 0.8] }[parameters.clipping];
  const written = parameters.clipping === 'norm' ? six : shortly;
  return {
    factor: strength,
    weight: shortly(gradient),
    squares: shortly(squares),
    norm: six(Math.sqrt(squares)),
    c: six(c),
    newWeight: written(2 - 0.5 * weight!),
    newBias: written(1 - 0.5 * bias!),
    tooEarly: shortly(2 - 0.5 * gradient).replace('-', '−'),
  };
}
