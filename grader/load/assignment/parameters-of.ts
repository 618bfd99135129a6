import type { Variant } from './manifest.ts';

/** The parameters as the assignment's code takes them. */
export const parametersOf = (variant: Variant | null): Readonly<Record<string, unknown>> => ({
  ...variant?.parameters,
  ...variant?.formulas,
});
