import { gradientDescentStep } from '../../../../reference/nets/network.ts';
import { multiplyTransposed } from '../../../../reference/numerics/linear-algebra.ts';
import type { Layer, Matrix, Vector } from '../../../../reference/numerics/types.ts';
import { backpropagation } from '../../gradients/backpropagation.ts';
import type { Rules } from '../../rules.ts';
import { wrongClipping } from './clipping-misconceptions.ts';
import { boundOf, mapped, type Parts, partsOf, plus, type Step, scaled, withoutBiases } from './parts.ts';

/** Layer by layer from the last one, each moved before its delta is passed on: ∂L/∂W with weights of two nets. */
const throughMovedWeights =
  ({ penalty, clip }: Parts): Step =>
  (layers, phi, inputs, labels, options) => {
    const { learningRate, l2 = 0 } = options;
    const moved = new Map<Matrix, Matrix>();
    const upstream = (weights: Matrix, delta: Vector, columns: number): Vector =>
      multiplyTransposed(moved.get(weights) ?? weights, delta, columns);
    let gradients: Layer[] = [];
    for (const layer of layers.toReversed()) {
      gradients = plus(backpropagation({ upstream })(layers, phi, inputs, labels).gradients, penalty(layers, l2));
      const [next] = gradientDescentStep([layer], [gradients[layers.indexOf(layer)]!], learningRate);
      moved.set(layer.weights, next!.weights);
    }
    return gradientDescentStep(layers, clip(gradients, boundOf(options)), learningRate);
  };

/** Mistakes in what L2 adds to the gradient. */
function wrongPenalties({ by, clip }: Parts, strength: number) {
  const decayedBy = (term: (layers: Layer[], l2: number) => Layer[]): Step =>
    by((layers, gradients, { learningRate, bound, l2 }) =>
      gradientDescentStep(layers, clip(plus(gradients, term(layers, l2)), bound), learningRate),
    );
  /** So many times what is asked for. */
  const times = (factor: (layers: Layer[]) => number): Step =>
    decayedBy((layers, l2) => scaled(withoutBiases(layers), strength * factor(layers) * l2));
  return {
    'l2-left-out': times(() => 0),
    'l2-halved': times(() => 1 / 2),
    // The gradient of λ Σ w², whatever is asked for.
    'l2-doubled': times(() => 2 / strength),
    'l2-subtracted': times(() => -1),
    'l2-on-biases': decayedBy((layers, l2) => scaled(layers, strength * l2)),
    'l1-for-l2': decayedBy((layers, l2) =>
      mapped(
        layers,
        (w) => l2 * Math.sign(w),
        () => 0,
      ),
    ),
    'l2-over-the-weights': times((layers) => 1 / layers.flatMap(({ weights }) => weights.flat()).length),
  } satisfies { readonly [id: string]: Step };
}

/** Wrong steps, by the name of the mistake. */
export function wrongSteps(rules: Rules): { readonly [id: string]: Step } {
  const parts = partsOf(rules);
  const { step } = parts;
  return {
    'step-up-the-slope': (layers, phi, inputs, labels, options) =>
      step(layers, phi, inputs, labels, { ...options, learningRate: -options.learningRate }),
    'learning-rate-left-out': (layers, phi, inputs, labels, options) =>
      step(layers, phi, inputs, labels, { ...options, learningRate: 1 }),
    'biases-never-updated': (layers, phi, inputs, labels, options) =>
      step(layers, phi, inputs, labels, options).map(({ weights }, l) => ({ weights, biases: layers[l]!.biases })),
    'learning-rate-squared': (layers, phi, inputs, labels, options) =>
      step(layers, phi, inputs, labels, { ...options, learningRate: options.learningRate ** 2 }),
    ...wrongPenalties(parts, rules.strength),
    'learning-rate-of-zero-replaced': (layers, phi, inputs, labels, options) =>
      step(layers, phi, inputs, labels, { ...options, learningRate: options.learningRate || 0.01 }),
    'absent-l2-is-not-a-number': (layers, phi, inputs, labels, options) =>
      step(layers, phi, inputs, labels, { ...options, l2: options.l2 ?? Number.NaN }),
    'l2-over-the-batch': (layers, phi, inputs, labels, { l2 = 0, ...options }) =>
      step(layers, phi, inputs, labels, { ...options, l2: l2 / inputs.length }),
    ...wrongClipping(parts, rules.clipping),
    'delta-through-moved-weights': throughMovedWeights(parts),
    'step-in-place': (layers, phi, inputs, labels, options) => {
      const next = step(layers, phi, inputs, labels, options);
      for (const [l, layer] of next.entries()) Object.assign(layers[l]!, structuredClone(layer));
      return next;
    },
  };
}
