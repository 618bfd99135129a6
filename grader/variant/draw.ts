import { createRng, type RandomStream } from '../../reference/numerics/rng.ts';
import { drawFormula } from './formula/draw-formula.ts';
import type { Formulas, Parameter } from './parameters.ts';

type Values = Readonly<Record<string, unknown>>;

/**
 * A value for every parameter: those that are fixed; without a stream the defaults for the others, with one a draw for
 * each, uniform over its values. Every parameter takes one number from the stream, fixed or not, so that fixing one
 * leaves the others as they were.
 */
export function drawParameters(parameters: readonly Parameter[], fixed: Values, rng: RandomStream | undefined): Values {
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
  if ('names' in range) return activationAt(range, u);
  const { minimum, maximum, step } = range;
  const steps = Math.round((maximum - minimum) / step);
  // 0.15 and not 0.15000000000000002.
  return Number((minimum + Math.floor(u * (steps + 1)) * step).toFixed(9));
}

/** Names and formulas by halves, where there are formulas. */
function activationAt({ names, draws }: Formulas, u: number): string {
  if (draws === undefined) return names[Math.floor(u * names.length)]!;
  if (u < 0.5) return names[Math.floor(2 * u * names.length)]!;
  return drawFormula(draws, createRng(Math.floor(u * 2 ** 32)));
}
