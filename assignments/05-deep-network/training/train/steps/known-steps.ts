import type { StepOptions, TrainingData } from '../../../../../reference/nets/training.ts';
import type { Layer } from '../../../../../reference/numerics/types.ts';
import type { Rules } from '../../../rules.ts';
import { argsOf, hasShape, type SmallRun, stepsOf } from '../runs.ts';
import { type Bounds, isWithin, trajectoryOf } from './trajectory.ts';

/** What a run came to, and what it should have come to. */
export interface Followed {
  readonly end: readonly Layer[];
  readonly bounds: Bounds;
  /** How many steps were asked for, and after how many it would have come to where it is; none if after no number. */
  readonly expected: number;
  readonly steps: number | undefined;
  /** The options without which it would have come to where it is. */
  readonly without: LeftOut | undefined;
}

type LeftOut = 'l2' | 'bound' | 'both';

/** The first batch of a run; all its batches make the same step. */
const anyBatch = ({ data: { inputs, labels }, settings: { batchSize } }: SmallRun): TrainingData => ({
  inputs: inputs.slice(0, batchSize),
  labels: labels.slice(0, batchSize),
});

export function follow(
  rules: Rules,
  run: SmallRun,
  start: readonly Layer[],
  options: StepOptions,
  steps: number,
): Bounds[] {
  const batches = Array.from({ length: steps }, () => anyBatch(run));
  return trajectoryOf(rules, start, { activation: run.settings.activation, options, batches });
}

const without = ({ l2, maxNorm, limit, ...rest }: StepOptions, left: LeftOut): StepOptions => ({
  ...rest,
  ...(left === 'bound' && l2 !== undefined && { l2 }),
  ...(left === 'l2' && maxNorm !== undefined && { maxNorm }),
  ...(left === 'l2' && limit !== undefined && { limit }),
});

/** Whoever takes twice the steps that are asked for, or a few more, is told so. */
const furtherSteps = 5;

/** Nothing where a net is of another shape, or where rounding has grown too large for anything to be asked. */
export function followed(
  rules: Rules,
  run: SmallRun,
  [start = [], end = []]: readonly (readonly Layer[])[],
): Followed | undefined {
  const args = argsOf(run);
  if (!hasShape(args, start) || !hasShape(args, end)) return undefined;
  const { settings } = run;
  const expected = stepsOf(args);
  const after = (options: StepOptions): Bounds | undefined => follow(rules, run, start, options, expected)[expected];
  const isEnd = (bounds: Bounds | undefined): boolean => bounds !== undefined && isWithin(bounds, end);
  const bounds = after(settings);
  if (bounds === undefined) return undefined;
  const found = { end, bounds, expected };
  if (isEnd(bounds)) return { ...found, steps: expected, without: undefined };
  const left = (['l2', 'bound', 'both'] as const).find((one) => isEnd(after(without(settings, one))));
  if (left) return { ...found, steps: undefined, without: left };
  const steps = follow(rules, run, start, settings, 2 * expected + furtherSteps).findIndex(isEnd);
  return { ...found, steps: steps < 0 ? undefined : steps, without: undefined };
}
