import { transpose } from '../numerics/linear-algebra.ts';
import type { Layer } from '../numerics/types.ts';

/** How a layer's weights lie: fanOut × fanIn, z = W·a + b; or fanIn × fanOut, z = Wᵀ·a + b, which is aᵀ·W + b as a row. */
export type Orientation = 'out-by-in' | 'in-by-out';

/** Layers that lie as `orientation` says, turned to fanOut × fanIn; and the way back, which is the same turn. */
export const turned = (orientation: Orientation, layers: readonly Layer[]): readonly Layer[] =>
  orientation === 'out-by-in' ? layers : layers.map(({ weights, biases }) => ({ weights: transpose(weights), biases }));
