import { net, rng, slope } from '../attempt/tools.ts';
import type { Tasks, Tool } from '../kit.ts';

/** What worked examples may call: the right functions by their names, and the tools that `nabla try` has. */
export const scopeOf = ({ tasks, tools }: { readonly tasks: Tasks; readonly tools: readonly Tool[] }) => ({
  rng,
  slope,
  net,
  ...Object.fromEntries(tools.map(({ name, value }) => [name, value])),
  ...Object.fromEntries(Object.values(tasks).map(({ id, answer }) => [id, answer])),
});
