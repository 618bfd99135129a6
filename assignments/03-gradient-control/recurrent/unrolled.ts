import type { Matrix, Vector } from '../../../reference/numerics/types.ts';

export type Unrolled = [recurrentWeights: Matrix, states: Vector[], outputGradient: Vector];
