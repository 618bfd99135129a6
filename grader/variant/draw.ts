import { createRng } from '../../reference/rng.ts';
import type { Parameter } from './parameters.ts';

type Values = Readonly<Record<string, unknown>>;

/**
 * A value for every parameter: those that are fixed; without a seed the defaults for the others, with one a draw for
 * each, uniform over its values. Every parameter takes one number from the stream, fixed or not, so that fixing one
 * leaves the others as they were.
 */
export function drawParameters(parameters: readonly Parameter[], fixed: Values, seed: number | undefined): Values {
  const rng = seed === undefined ? undefined : createRng(seed);
  return Object.fromEntries(
    parameters.map((parameter) => {
      const { key } = parameter;
      const drawn = rng ? valueAt(parameter, rng.uniform()) : parameter.default;
      return [key, Object.hasOwn(fixed, key) ? fixed[key] : drawn];
    }),
  );
}

/** The value at the share u of a parameter's range, 0 ≤ u < 1. */
function valueAt({ range }: Parameter, u: number): unknown {
  if ('values' in range) return range.values[Math.floor(u * range.values.length)];
  const { minimum, maximum, step } = range;
  const steps = Math.round((maximum - minimum) / step);
  // 0.15 and not 0.15000000000000002.
  return Number((minimum + Math.floor(u * (steps + 1)) * step).toFixed(9));
}
