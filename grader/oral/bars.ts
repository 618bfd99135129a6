import { shortNumber } from '../report/values/numbers.ts';

const eighths = [...' ▁▂▃▄▅▆▇█'];

/** Heights as bars of text, the least of all lines at the bottom and the greatest at the top; `·` where there is none. */
export function bars(heights: readonly number[], [low, high]: readonly [low: number, high: number]): string {
  const size = high - low || 1;
  return heights
    .map((height) => {
      if (!Number.isFinite(height)) return '·';
      return eighths[Math.max(0, Math.min(8, Math.round(1 + (7 * (height - low)) / size)))];
    })
    .join('');
}

/** A histogram is 0 where there is nothing, and as high as its highest bar. */
export function hills(heights: readonly number[]): string {
  const high = Math.max(...heights) || 1;
  return heights.map((height) => eighths[height > 0 ? Math.max(1, Math.round((8 * height) / high)) : 0]).join('');
}

/** The least and the greatest finite height of all lines. */
export function rangeOf(lines: readonly (readonly number[])[]): readonly [low: number, high: number] {
  const finite = lines.flat().filter(Number.isFinite);
  return [Math.min(...finite), Math.max(...finite)];
}

/** The first, the middle and the last. */
export function numbersOf(heights: readonly number[]): string {
  const places = [0, Math.floor((heights.length - 1) / 2), heights.length - 1];
  return [...new Set(places)].map((at) => shortNumber(heights[at] ?? Number.NaN, 3)).join(' … ');
}
