import { type DrawnLayer, sumsOf, together } from './drawn-layers.ts';
import type { Drawn } from './parts.ts';

/** What weights look like, each within a few percent: or that they are not independent, and have no moments to speak of. */
export function weightFeatures({ hidden, last: [last = []] }: Drawn): number[] {
  const ofHidden = hidden.length === 0 ? 0 : Math.max(...[...sumsOf(hidden)].map(({ size }) => size));
  if (!(ofHidden < 12)) return [-1];
  const std = (layers: readonly DrawnLayer[]): number =>
    layers.length === 0 ? -1 : Math.sqrt(together(layers).square());
  const shapes = [
    hidden.filter(({ fanIn, fanOut }) => fanIn > fanOut),
    hidden.filter(({ fanIn, fanOut }) => fanIn === fanOut),
    hidden.filter(({ fanIn, fanOut }) => fanIn < fanOut),
    last,
  ];
  return [...shapes.map(std), hidden.length === 0 ? 0 : together(hidden).mean()];
}
