import type { Layer } from '../../../../../reference/numerics/types.ts';
import type { TrainArgs } from '../../../reference.ts';
import type { Rules } from '../../../rules.ts';
import { hasShape } from '../runs.ts';
import { isWithin, trajectoryOf } from '../steps/trajectory.ts';

export type Net = readonly Layer[];

/** For each example the batch of the epoch that it is in, counted from 0. */
export type Order = readonly number[];

/** Where an epoch ends that takes the examples in this order, within rounding; undefined if nothing can be said. */
export function endsAs(rules: Rules, [data, settings]: TrainArgs, start: Net, end: Net, order: Order): boolean {
  const { activation, epochs: _, hiddenSizes: __, classes: ___, batchSize: ____, ...options } = settings;
  const batches = Array.from({ length: Math.max(...order) + 1 }, (_, batch) => {
    const isIn = (_: unknown, n: number): boolean => order[n] === batch;
    return { inputs: data.inputs.filter(isIn), labels: data.labels.filter(isIn) };
  });
  const bounds = trajectoryOf(rules, start, { activation, options, batches })[batches.length];
  return bounds !== undefined && isWithin(bounds, end);
}

/** Progress is the same within a batch; from one to the next it grows by more than this. */
const apart = 1e-6;

/**
 * In which order an epoch has taken its examples. All have one label, and each an input that is 1 where all others are 0.
 * So column i of the weights is moved by example i alone, by η(p − y)/B, where p is what the net made of it at that time.
 * Then log p − w_i is how far the biases had come, up to a constant; and every step takes that of the label further ahead.
 *
 * @returns undefined where that order does not lead from the one net to the other: then something else was done
 */
export function orderOf(rules: Rules, args: TrainArgs, start: Net, end: Net): Order | undefined {
  const [{ labels }, { learningRate, batchSize, classes }] = args;
  if (!hasShape(args, start) || !hasShape(args, end)) return undefined;
  const [label = 0] = labels;
  const other = (label + 1) % classes;
  const progressOf = (example: number): number => {
    const [ahead = Number.NaN, behind = Number.NaN] = [label, other].map((k) => {
      const w = start[0]!.weights[k]![example]!;
      const p = ((w - end[0]!.weights[k]![example]!) * batchSize) / learningRate + Number(k === label);
      return Math.log(p) - w;
    });
    return ahead - behind;
  };
  const progress = labels.map((_, example) => progressOf(example));
  const sorted = progress.toSorted((a, b) => a - b);
  const firsts = sorted.filter((moment, k) => k === 0 || moment - sorted[k - 1]! > apart);
  const order = progress.map((moment) => firsts.findLastIndex((first) => first <= moment));
  if (order.some((batch) => batch < 0) || firsts.length !== labels.length / batchSize) return undefined;
  return endsAs(rules, args, start, end, order) ? order : undefined;
}
