import type { Layer, Matrix } from '../../../reference/numerics/types.ts';

/** A net, and a batch of examples for it. */
export interface Example {
  readonly layers: Layer[];
  /** By its name. */
  readonly activation: string;
  readonly inputs: Matrix;
  readonly labels: number[];
}
