import { gainBounds } from '../../../../reference/gains/activation-gain.ts';
import { meanSquare } from '../../../../reference/gains/gain.ts';
import { type Gate, logGainBounds } from '../../../../reference/gains/log-gain.ts';
import {
  type Linear,
  type Passage,
  sumOfActivatedLogGains,
  sumOfLogGains,
} from '../../../../reference/gains/signal.ts';
import type { WeightFamily } from '../../../../reference/gains/unit-input.ts';
import type { Vector } from '../../../../reference/numerics/types.ts';

/** A way through layers, forwards or backwards, and what it should do to a signal. */
export interface Way {
  /** For each net its layers, in the order in which they are met. */
  readonly nets: readonly (readonly Linear[])[];
  /** A signal for each net. */
  readonly signals: readonly Vector[];
  /** How many entries each matrix gives, and the variance that its weights should have. */
  readonly units: readonly number[];
  readonly variances: readonly number[];
  readonly families: readonly WeightFamily[];
}

/**
 * Σ ln G over all layers of all nets, and what it leaves with a probability of at most alpha on either side; or bounds that
 * are narrower than these where it is within them.
 */
export interface Gains {
  readonly total: number;
  readonly low: number;
  readonly high: number;
}

/** Through nothing, or through gates that half of the entries pass: bounds that hold whatever the signal is. */
export function throughGates(
  { nets, signals, units, variances }: Way,
  gate: Gate,
  passes: ((z: number) => boolean) | undefined,
  alpha: number,
): Gains {
  const half = gate === 'half' ? 0.5 : 1;
  const total = nets.reduce((sum, net, i) => {
    const stages = net.map((map, l) => ({ map, meanGain: units[l]! * variances[l]! * half }));
    return sum + sumOfLogGains(stages, signals[i] ?? [], passes);
  }, 0);
  const layers = [...new Set(units)].map((size) => ({
    units: size,
    count: nets.length * units.filter((unit) => unit === size).length,
  }));
  return { total, ...logGainBounds(layers, gate, alpha) };
}

/** Through any activation, and with weights of any family: bounds that depend on the signals on the way. */
export function throughActivation(
  { nets, signals, units, variances, families }: Way,
  passage: Omit<Passage, 'meanSquare'>,
  alpha: number,
): Gains {
  const all = nets.flatMap(() => units);
  const bounds = gainBounds(passage.f, families, all, alpha);
  const whole = { ...passage, meanSquare: meanSquare(passage.f) };
  const total = nets.reduce((sum, net, i) => {
    const stages = net.map((map, l) => ({ map, units: units[l]!, std: Math.sqrt(variances[l]!) }));
    return sum + sumOfActivatedLogGains(stages, signals[i] ?? [], whole, bounds);
  }, 0);
  const { middle } = bounds;
  return { total, ...(middle.low < total && total < middle.high ? middle : bounds.bounds()) };
}
