import type { StepOptions, TrainingSettings } from '../../reference/training.ts';
import { type Parameters, parametersOf, strengthOf } from './parameters.ts';
import { fewestNets, type Measured, measuredOf } from './thresholds.ts';

/** Nets that are trained on the digits with the same settings, and the mean accuracy that they have to reach together. */
export interface TrainingRuns {
  readonly settings: TrainingSettings<string>;
  readonly nets: number;
  readonly threshold: number;
  /** How nets were seen to do: docs/digits.md. */
  readonly measured: Measured;
}

type Clipping = Parameters['clipping'];

const layers = (depth: number, width: number): number[] => Array.from({ length: depth }, () => width);
const batchSize = 10;

/** Whether a run is one of the lecture's, whose thresholds have been chosen by hand; the activation is looked at apart. */
function isLectures({ depth, width, classes, clipping }: Parameters): boolean {
  const usual = parametersOf();
  return depth === usual.depth && width === usual.width && classes === usual.classes && clipping === usual.clipping;
}

/** With fewer digits there are fewer examples, and fewer steps in an epoch. */
const epochs: { readonly [net in 'relu' | 'unclippedRelu' | 'symmetric']: Readonly<Record<number, number>> } = {
  relu: { 10: 12, 8: 14, 5: 18 },
  unclippedRelu: { 8: 20, 5: 24 },
  symmetric: { 10: 16, 8: 20, 5: 26 },
};

const reluOptions: { readonly [C in Clipping]: StepOptions } = {
  norm: { learningRate: 0.3, maxNorm: 0.2 },
  value: { learningRate: 0.3, limit: 0.01 },
  none: { learningRate: 0.02 },
};

const symmetricOptions: { readonly [C in Clipping]: StepOptions } = {
  norm: { learningRate: 0.05, maxNorm: 1 },
  value: { learningRate: 0.05, limit: 0.1 },
  none: { learningRate: 0.05 },
};

/** Digits that nets of ReLU learn without clipping, at depths like these, evenly enough to be graded by. */
export const isLearned = ({ classes, clipping }: Pick<Parameters, 'classes' | 'clipping'>): boolean =>
  clipping !== 'none' || epochs.unclippedRelu[classes] !== undefined;

/**
 * The lecture has eighteen hidden layers of ReLU. Xavier's initialization halves the mean square of the signal in each of
 * them, and stays at chance as the standard one does; not quite at every seed, see docs/digits.md. Steps this long diverge
 * unless they are clipped: every one has the length 0.09. Other nets take more steps, and shorter ones, so that none is
 * lost on the way.
 */
export function reluSettings(parameters: Parameters): TrainingSettings<string> {
  const { depth, width, classes, clipping } = parameters;
  const net = { hiddenSizes: layers(depth, width), classes, activation: 'relu' };
  if (isLectures(parameters)) return { ...net, epochs: 9, batchSize, learningRate: 0.3, maxNorm: 0.3 };
  const table = clipping === 'none' ? epochs.unclippedRelu : epochs.relu;
  return { ...net, epochs: table[classes] ?? epochs.relu[classes]!, batchSize, ...reluOptions[clipping] };
}

/**
 * Narrow hidden layers, six fewer, which learn quickly. A last layer drawn small, as some books advise, costs a quarter
 * of the accuracy and must not cost the points; the standard initialization stays at chance here too. λ is smaller where
 * the penalty is λ Σ w², so that the nets are trained alike.
 */
export function symmetricSettings(parameters: Parameters): TrainingSettings<string> {
  const { depth, classes, clipping, symmetric } = parameters;
  const net = { hiddenSizes: layers(depth - 6, 16), classes, activation: symmetric };
  const l2 = 1e-4 / strengthOf(parameters);
  if (isLectures(parameters) && symmetric === 'tanh') {
    return { ...net, epochs: 12, batchSize, learningRate: 0.1, maxNorm: 1, l2 };
  }
  return { ...net, epochs: epochs.symmetric[classes]!, batchSize, ...symmetricOptions[clipping], l2 };
}

/** Both runs under the parameters of a variant. */
export function runsOf(parameters: Parameters): { readonly relu: TrainingRuns; readonly symmetric: TrainingRuns } {
  const usual = isLectures(parameters);
  return {
    relu: runs(reluSettings(parameters), parameters, usual ? { nets: 2, threshold: 0.14 } : undefined),
    symmetric: runs(
      symmetricSettings(parameters),
      parameters,
      usual && parameters.symmetric === 'tanh' ? { nets: 3, threshold: 0.35 } : undefined,
    ),
  };
}

function runs(
  settings: TrainingSettings<string>,
  parameters: Parameters,
  chosen: Pick<TrainingRuns, 'nets' | 'threshold'> | undefined,
): TrainingRuns {
  const measured = measuredOf(settings, parameters);
  return { settings, measured, ...(chosen ?? fewestNets(measured)) };
}
