import type { Law } from '../../../grader/kit.ts';
import { layerGradients, measured } from '../../../reference/numerics/finite-differences.ts';
import { lossError } from '../../../reference/numerics/rounding.ts';
import type { ForwardPass, Layer, Vector } from '../../../reference/numerics/types.ts';
import { turned } from '../../../reference/weights/orientation.ts';
import { type Example, exampleOf } from '../generators.ts';
import type { Model } from '../model.ts';
import type { BackpropagationTasks } from '../reference.ts';
import { type Measurement, measures } from '../tolerances.ts';

type BackwardArgs = [layers: Layer[], pass: ForwardPass, targets: Vector];

/** Every weight and bias moved to both sides. */
function measuredGradients(model: Model, [layers, pass, targets]: BackwardArgs): Measurement<Layer[]> {
  const input = pass.activations[0]!;
  const loss = (moved: readonly Layer[]) =>
    model.loss.value(targets, model.net.forward(moved, input).activations.at(-1)!);
  const upright = turned(model.parameters.orientation, layers);
  const noise = lossError(model.activation, model.loss, { layers: upright, input, targets });
  let error = 0;
  const slopes = layerGradients(loss, layers, (f, x) => {
    const found = measured(f, x, noise);
    error = Math.max(error, found.error);
    return found.slope;
  });
  return { slopes, error };
}

/** What the reference is held against in small nets; the domains ask for passes, gradients and steps everywhere. */
export function networkLaws({ backward: task }: BackpropagationTasks, model: Model): readonly Law[] {
  const asBackward = ({ layers, input, targets }: Example): BackwardArgs => [
    layers,
    model.net.forward(layers, input),
    targets,
  ];
  return [
    measures('backward-finite-differences', task, {
      inputs: exampleOf(model, 3).map(asBackward),
      runs: 12,
      measure: (...args) => measuredGradients(model, args),
    }),
  ];
}
