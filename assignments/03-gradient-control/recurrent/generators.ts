import * as fc from 'fast-check';
import { decimal, reader } from '../numbers.ts';
import type { DrawnStates, RecurrentActivation } from './activation.ts';
import { damped, isKnown } from './rounding.ts';
import type { Unrolled } from './unrolled.ts';

const maxSize = 4;

/** As a rule a state of few digits, and now and then a saturated one. */
function stateOf({ digits, least, largest, apart, saturated }: DrawnStates): fc.Arbitrary<number> {
  const scale = 10 ** digits;
  const drawn = fc.integer({ min: Math.round(scale * least), max: Math.round(scale * largest) }).map((k) => k / scale);
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 9, arbitrary: drawn.map((h) => (Math.abs(h) < apart ? (h < 0 ? -apart : apart) : h)) },
    { weight: 1, arbitrary: fc.constantFrom(...saturated) },
  );
}

/**
 * A recurrent net of one to four units over some steps, with its states and ∂L/∂h_T.
 *
 * The states are drawn and not computed: every sequence between the activation's bounds is a right forward pass, of the
 * inputs `recurrentInputs`. So they have few digits, and for tanh a saturated unit (±0.99) beside one at 0.
 *
 * @param weightOf makes a weight out of a number from −1.5 to 1.5, in hundredths
 */
const unrolled = (
  { minSteps, maxSteps }: { readonly minSteps: number; readonly maxSteps: number },
  { states: kind }: RecurrentActivation,
  weightOf: (drawn: number, size: number) => number,
): fc.Arbitrary<Unrolled> =>
  fc
    .record({
      size: fc.integer({ min: 1, max: maxSize }),
      steps: fc.integer({ min: minSteps, max: maxSteps }),
      weights: fc.array(decimal(1.5, 2), { minLength: maxSize ** 2, maxLength: maxSize ** 2 }),
      states: fc.array(stateOf(kind), { minLength: 37, maxLength: 37 }),
      output: fc.array(decimal(2), { minLength: maxSize, maxLength: maxSize }),
    })
    .map(({ size, steps, weights, states, output }) => {
      const entries = Array.from({ length: size }, (_, i) => i);
      const nextWeight = reader(weights.map((drawn) => weightOf(drawn, size)));
      const nextState = reader(states);
      return [
        entries.map(() => entries.map(nextWeight)),
        Array.from({ length: steps }, () => entries.map(nextState)),
        entries.map((i) => output[i]!),
      ];
    });

/**
 * Short enough for finite differences. The weight is what is left, in hundredths, when `size` of them share |w| ≤ 1.5, over
 * the slope where it is more than 1: a row sums to 1.5 at most, and no step amplifies more than one of tanh.
 */
export const shortNets = (activation: RecurrentActivation): fc.Arbitrary<Unrolled> =>
  unrolled({ minSteps: 1, maxSteps: 8 }, activation, (drawn, size) => {
    const { steepest, damping } = activation;
    return Math.trunc((100 * damping * drawn) / (size * Math.max(1, steepest))) / 100;
  });

/** So long that the gradient all but vanishes. */
export const longNets = (activation: RecurrentActivation): fc.Arbitrary<Unrolled> =>
  unrolled({ minSteps: 20, maxSteps: 50 }, activation, (drawn) => drawn).map((drawn) =>
    damped(drawn, (net) => isKnown(net, activation)),
  );
