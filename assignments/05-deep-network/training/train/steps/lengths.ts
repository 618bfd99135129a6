import type { Layer } from '../../../../../reference/numerics/types.ts';
import type { TrainArgs } from '../../../reference.ts';
import type { Rules } from '../../../rules.ts';
import { argsOf, hasShape, type SmallRun, standing } from '../runs.ts';
import { follow } from './known-steps.ts';
import { flat } from './trajectory.ts';

/** After how many steps it is looked how far a run has come. */
export const moments = [1, 2, 3, 4, 6, 10, 16, 25];
/** So small that no step turns the next one. */
const short = 1e-5;
/** Along a gradient shorter than this there is no way to speak of: of units that are all off, or lost in rounding. */
const least = 1e-3;
const rounding = 1e-10;

/** A run of one step an epoch, or of one epoch with a step for each of so many equal examples. */
export interface Paced {
  readonly run: SmallRun;
  readonly by: 'epoch' | 'batch';
}

export function pacedAs({ run, by }: Paced, steps: number): SmallRun {
  const { l2: _, maxNorm: __, limit: ___, ...rest } = run.settings;
  const settings = { ...rest, learningRate: short };
  const { data, state } = run;
  if (by === 'epoch') return { data, settings: { ...settings, epochs: steps, batchSize: data.inputs.length }, state };
  const copies = <T>(value: T): T[] => Array.from({ length: steps }, () => value);
  const alike = { inputs: copies(data.inputs[0]!), labels: copies(data.labels[0]!) };
  return { data: alike, settings: { ...settings, epochs: 1, batchSize: 1 }, state };
}

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, x, i) => sum + x * b[i]!, 0);
const minus = (a: Float64Array, b: Float64Array): Float64Array => a.map((x, i) => x - b[i]!);

/** How far a run has come on the right way, in lengths of the step that is asked for; NaN where it is on another way. */
function wayOf(rules: Rules, run: SmallRun, start: readonly Layer[], end: readonly Layer[], steps: number): number {
  const bounds = follow(rules, run, start, run.settings, steps)[steps];
  if (bounds === undefined) return Number.NaN;
  const from = flat(start);
  const [right, made] = [minus(bounds.right, from), minus(flat(end), from)];
  const asked = Math.sqrt(dot(right, right));
  const size = Math.sqrt(dot(from, from));
  if (asked < Math.max(least * steps * short, rounding * size)) return Number.NaN;
  const share = dot(made, right) / asked ** 2;
  const aside = minus(
    made,
    right.map((x) => share * x),
  );
  return Math.sqrt(dot(aside, aside)) <= 1e-3 * Math.sqrt(dot(made, made)) ? share * steps : Number.NaN;
}

/** The lengths of the steps, in units of the one that is asked for, between one moment and the next. */
export function lengthsOf(rules: Rules, paced: Paced, values: readonly (readonly Layer[])[]): number[] | undefined {
  const ways = moments.map((steps, i) => {
    const run = pacedAs(paced, steps);
    const [start = [], end = []] = values.slice(2 * i);
    return hasShape(argsOf(run), start) && hasShape(argsOf(run), end)
      ? wayOf(rules, run, start, end, steps)
      : Number.NaN;
  });
  if (ways.some(Number.isNaN)) return undefined;
  return ways.map((way, i) => (way - (ways[i - 1] ?? 0)) / (moments[i]! - (moments[i - 1] ?? 0)));
}

/** For each moment the run that ends there, and the same with steps of length 0 before it. */
export const pacedCalls = (paced: Paced): TrainArgs[] =>
  moments.flatMap((steps) => {
    const args = argsOf(pacedAs(paced, steps));
    return [standing(args), args];
  });
