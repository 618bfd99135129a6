import { meanSquares } from '../../../reference/gains/signal.ts';
import { multiply } from '../../../reference/numerics/linear-algebra.ts';
import { createRng } from '../../../reference/numerics/rng.ts';
import type { Matrix, Vector } from '../../../reference/numerics/types.ts';
import { columnsOf } from '../initializers/weights.ts';
import type { Setup } from '../parameters.ts';

type Phi = Setup['phi'];

/** Any state: it is the same in every picture, so that one changes only where the function does. */
export const first = 1521;

const signalOf = (net: readonly Matrix[]): Vector => {
  const { normal } = createRng(first);
  return Array.from({ length: net[0]![0]!.length }, normal);
};

/** E[a²] layer by layer: of the input, then after each layer. */
export const forwards = (net: readonly Matrix[], phi: Phi): readonly number[] =>
  meanSquares(net, signalOf(net), phi.value);

/** E[δ²] on the way back from the last layer, of which it is 1: δ goes through the slope, then through Wᵀ. */
export function backwards(net: readonly Matrix[], phi: Phi): readonly number[] {
  let h = signalOf(net);
  // Slopes as they are on the way forwards: of ReLU, half of them 0.
  const slopes = net.map((matrix) => {
    const z = multiply(matrix, h);
    h = z.map(phi.value);
    return z.map(phi.derivative);
  });
  let delta = signalOf(net);
  const squareOf = (): number => delta.reduce((sum, d) => sum + d * d, 0) / delta.length;
  const start = squareOf();
  const back = net.map((matrix, l) => ({ matrix: columnsOf(matrix), slope: slopes[l]! })).toReversed();
  return [
    1,
    ...back.map(({ matrix, slope }) => {
      delta = multiply(
        matrix,
        delta.map((d, j) => d * slope[j]!),
      );
      return squareOf() / start;
    }),
  ];
}

/** The activations of the last layer, for so many inputs. */
export function lastActivations(net: readonly Matrix[], phi: Phi, inputs: number): readonly number[] {
  const { normal } = createRng(first);
  return Array.from({ length: inputs }, () =>
    net.reduce(
      (h: Vector, matrix) => multiply(matrix, h).map(phi.value),
      Array.from({ length: net[0]![0]!.length }, normal),
    ),
  ).flat();
}
