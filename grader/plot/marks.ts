import { line } from 'd3-shape';
import type { Series } from '../kit.ts';
import { pixel, type Scale } from './axis.ts';

/**
 * Hues of Okabe & Ito, which few eyes confuse, all of one luminance (0.18): on white and on the near black of dark pages
 * the contrast is above 4 : 1. A picture inside a page cannot know which of them the page has.
 */
export const colors = ['#007cc1', '#c45600', '#008762', '#a56187', '#877700'] as const;
export const neutral = '#777777';

/** Lines are told apart by these where colors are not seen. */
const dashes: Readonly<Record<Series['style'], string>> = {
  solid: 'none',
  dashed: '8 5',
  dotted: '2 4',
  dashdot: '10 4 2 4',
  arrow: 'none',
  filled: 'none',
  outline: '3 3',
};

const height = 17;

/** Names at the lines' ends, moved apart where they would overlap. */
export function spread(ends: readonly number[]): number[] {
  const order = ends.map((_, i) => i).sort((a, b) => ends[a]! - ends[b]!);
  const placed = [...ends];
  for (const [k, i] of order.entries()) {
    const above = order[k - 1];
    if (above !== undefined) placed[i] = Math.max(placed[i]!, placed[above]! + height);
  }
  return placed;
}

/** A triangle at the end of a line, in pixels: twelve long, nine wide. */
function headOf(points: readonly (readonly [number, number])[]): string {
  const [x, y] = points.at(-1)!;
  const [fromX, fromY] = points.at(-2)!;
  const length = Math.hypot(x - fromX, y - fromY);
  const [ahead, aside] = [(x - fromX) / length, (y - fromY) / length];
  const corner = (along: number, across: number): string =>
    `${pixel(x - along * ahead - across * aside)},${pixel(y - along * aside + across * ahead)}`;
  return `M${corner(0, 0)}L${corner(12, 4.5)}L${corner(12, -4.5)}Z`;
}

/** What is drawn of one series. */
export function mark({ points, style }: Series, index: number, across: Scale, down: Scale) {
  const placed = points.map(([x, y]) => [across(x), down(y)] as const);
  const path = line<readonly [number, number]>(
    ([x]) => pixel(x),
    ([, y]) => pixel(y),
  );
  return {
    path: path(placed) ?? '',
    head: style === 'arrow' ? headOf(placed) : '',
    color: style === 'outline' ? neutral : (colors[index % colors.length] ?? neutral),
    dash: dashes[style],
    fill: style === 'filled' ? 0.25 : 0,
  };
}
