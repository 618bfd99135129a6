import { unrolledGradients } from '../../../reference/nets/recurrent.ts';
import type { Vector } from '../../../reference/numerics/types.ts';
import { isOneSided, type RecurrentActivation } from '../recurrent/activation.ts';
import { numberText as text, vectorText } from './number-text.ts';

const weights = [
  [0.5, -1],
  [2, 0],
];
const output = [1, -1];

/** Three states, some of them 0 or below where the activation gives such. */
function statesOf(activation: RecurrentActivation): Vector[] {
  const { member } = activation;
  if (member === undefined) {
    return [
      [0.1, 0.2],
      [0.5, 0.6],
      [0.8, 0],
    ];
  }
  const scale = member.family === 'arctan' ? member.A : activation.bounds[1];
  const [low, last] = isOneSided(activation) ? [0.6, 0.5] : [-0.6, 0];
  const states = [
    [0.1, 0.2],
    [0.5, low],
    [0.8, last],
  ];
  return states.map((state) => state.map((h) => Number((h * scale).toFixed(2))));
}

const bracketed = (value: number): string => (value < 0 ? `(${text(value)})` : text(value));
const listed = (parts: readonly string[]): string => `(${parts.join(', ')})`;
const tex = (plain: string): string => plain.replaceAll('−', '-');

/**
 * The example of the statement and of the hint, every sum in it.
 *
 * @param slopeAt how the slope at a state is written with the number in it
 */
export function exampleOf(activation: RecurrentActivation) {
  const states = statesOf(activation);
  const gradients = unrolledGradients(weights, states, output, activation);
  const slopes = states.map((state) => state.map(activation.derivativeFromOutput));
  const gated = gradients.map((gradient, t) => gradient.map((g, i) => slopes[t]![i]! * g));
  /** Column i of W against what the gate has let through; terms without a weight are left out. */
  const back = (t: number): string =>
    listed(
      output.map((_, i) =>
        weights
          .flatMap((row, j) => (row[i] === 0 ? [] : [`${text(row[i]!)} · ${bracketed(gated[t]![j]!)}`]))
          .join(' + '),
      ),
    );
  const gate = (t: number): string =>
    `${listed(gradients[t]!.map((g, i) => `${text(slopes[t]![i]!)} · ${bracketed(g)}`))} = ${vectorText(gated[t]!)}`;
  const [first, second, third] = gradients.map(vectorText);
  const [one, two, three] = states.map(vectorText);
  return {
    states: { one: tex(one!), two: tex(two!), three: tex(three!) },
    gates: { three: gate(2), two: gate(1) },
    backs: { three: `${back(2)} = ${second}`, two: first },
    answer: tex(`[${first},\\ ${second},\\ ${third}]`),
  };
}
