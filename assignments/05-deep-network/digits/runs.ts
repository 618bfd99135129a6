import type { StepOptions, TrainingSettings } from '../../../reference/nets/training.ts';
import { type Parameters, parametersOf, strengthOf } from '../parameters.ts';
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

/** Whether these parameters, on which a run depends, are as in the lecture: its settings have been chosen by hand. */
function areUsual(parameters: Parameters, keys: readonly (keyof Parameters)[]): boolean {
  const usual = parametersOf();
  return keys.every((key) => parameters[key] === usual[key]);
}
const isLecturesRelu = (parameters: Parameters): boolean =>
  areUsual(parameters, ['depth', 'width', 'classes', 'clipping']);
const isLecturesTanh = (parameters: Parameters): boolean =>
  areUsual(parameters, ['symmetric', 'depth', 'classes', 'clipping']);

/** With fewer digits there are fewer examples, and fewer steps in an epoch. */
const fewerEpochs: Readonly<Record<number, number>> = { 10: 12, 8: 14, 5: 18 };
const moreEpochs: Readonly<Record<number, number>> = { 10: 16, 8: 20, 5: 26 };

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

/** The narrow nets have so many hidden layers less. */
const fewer = 6;

/** Hidden layers of the nets of ReLU. Without clipping, some of many layers are lost, and there are as few as in the others. */
export const reluDepth = ({ depth, clipping }: Pick<Parameters, 'depth' | 'clipping'>): number =>
  clipping === 'none' ? depth - fewer : depth;

/** Whether nets of such a depth learn evenly enough to be graded by. Without clipping, those of fourteen layers do not. */
export const isLearned = ({ depth, clipping }: Pick<Parameters, 'depth' | 'clipping'>): boolean =>
  clipping !== 'none' || depth < 20;

/**
 * The lecture has eighteen hidden layers of ReLU. Xavier's initialization halves the mean square of the signal in each of
 * them, and stays at chance as the standard one does; not quite at every seed, see docs/digits.md. Steps this long diverge
 * unless they are clipped: every one has the length 0.09. Other nets take more steps, and shorter ones, so that none is
 * lost on the way.
 */
export function reluSettings(parameters: Parameters): TrainingSettings<string> {
  const { width, classes, clipping } = parameters;
  const net = { hiddenSizes: layers(reluDepth(parameters), width), classes, activation: 'relu' };
  if (isLecturesRelu(parameters)) return { ...net, epochs: 9, batchSize, learningRate: 0.3, maxNorm: 0.3 };
  const epochs = (clipping === 'none' ? moreEpochs : fewerEpochs)[classes]!;
  return { ...net, epochs, batchSize, ...reluOptions[clipping] };
}

/**
 * Narrow hidden layers, six fewer, which learn quickly. A last layer drawn small, as some books advise, costs a quarter
 * of the accuracy and must not cost the points; the standard initialization stays at chance here too. λ is smaller where
 * the penalty is λ Σ w², so that the nets are trained alike.
 */
export function symmetricSettings(parameters: Parameters): TrainingSettings<string> {
  const { depth, classes, clipping, symmetric } = parameters;
  const net = { hiddenSizes: layers(depth - fewer, 16), classes, activation: symmetric };
  const l2 = 1e-4 / strengthOf(parameters);
  if (isLecturesTanh(parameters)) {
    return { ...net, epochs: 12, batchSize, learningRate: 0.1, maxNorm: 1, l2 };
  }
  return { ...net, epochs: moreEpochs[classes]!, batchSize, ...symmetricOptions[clipping], l2 };
}

/** Both runs under the parameters of a variant. */
export function runsOf(parameters: Parameters): { readonly relu: TrainingRuns; readonly symmetric: TrainingRuns } {
  const [relu, symmetric] = [reluSettings(parameters), symmetricSettings(parameters)];
  return {
    relu: runs(relu, parameters, isLecturesRelu(parameters) ? { nets: 2, threshold: 0.14 } : undefined),
    symmetric: runs(symmetric, parameters, isLecturesTanh(parameters) ? { nets: 3, threshold: 0.35 } : undefined),
  };
}

/** Whether the digits tell every right way to train from every wrong one: docs/digits.md. */
export function areToldApart(parameters: Parameters): boolean {
  const { relu, symmetric } = runsOf(parameters);
  return [relu, symmetric].every(({ threshold }) => !Number.isNaN(threshold));
}

function runs(
  settings: TrainingSettings<string>,
  parameters: Parameters,
  chosen: Pick<TrainingRuns, 'nets' | 'threshold'> | undefined,
): TrainingRuns {
  const measured = measuredOf(settings, parameters);
  return { settings, measured, ...(chosen ?? fewestNets(measured)) };
}
