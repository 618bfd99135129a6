import type { Layer, Matrix } from '../../../reference/numerics/types.ts';
import type { Phi } from '../activations.ts';

/** Layer by layer for the whole batch, one row per example: Z_1 … Z_L, and A_0, the inputs, … A_L, the logits. */
export function forwardOfBatch(layers: readonly Layer[], { value }: Phi, inputs: Matrix) {
  const sums: Matrix[] = [];
  const outputs = [inputs];
  for (const [l, { weights, biases }] of layers.entries()) {
    const isLast = l === layers.length - 1;
    const rows = outputs[l]!.map((row) =>
      weights.map((w, j) => {
        let z = biases[j]!;
        for (let i = 0; i < row.length; i++) z += w[i]! * row[i]!;
        return z;
      }),
    );
    sums.push(rows);
    outputs.push(isLast ? rows : rows.map((row) => row.map((z) => value(z))));
  }
  return { sums, outputs };
}
