import type { Vector } from '../../../reference/numerics/types.ts';

export type LayerArgs = [activation: string, preactivations: Vector, threshold: number];
