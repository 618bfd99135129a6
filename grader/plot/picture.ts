import render from '../../templates/plot/picture.svg.hbs';
import type { Picture } from '../kit.ts';
import { pixel, scaleOf, ticks } from './axis.ts';
import { mark, neutral, spread } from './marks.ts';

const size = { width: 640, height: 360 };
/** Room for the numbers on the left and below, and for the lines' names on the right. */
const frame = { left: 56, right: 520, top: 28, bottom: 312 };

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string): string => text.replace(/[&<>]/g, (char) => entities[char] ?? char);

/** A picture as SVG, readable on a light and on a dark ground. */
export function renderPicture({ title, description, x, y, series }: Picture): string {
  const across = scaleOf(x, [frame.left, frame.right]);
  const down = scaleOf(y, [frame.bottom, frame.top]);
  /** Beside the plot, at the height where the line leaves it, unless the series has a better place. */
  const beside = series.filter(({ label, labelAt }) => label !== '' && labelAt === undefined);
  const heights = spread(beside.map(({ points }) => down(points.at(-1)?.[1] ?? 0)));
  return render(
    {
      ...size,
      ...frame,
      neutral,
      title: escaped(title),
      description: escaped(description),
      tickLeft: frame.left - 8,
      tickBottom: frame.bottom + 20,
      labelBottom: frame.bottom + 40,
      labelTop: frame.top - 12,
      xLabel: escaped(x.label),
      yLabel: escaped(y.label),
      xTicks: ticks(x, across, 8),
      yTicks: ticks(y, down, 6),
      series: series.map((one, index) => ({
        ...mark(one, index, across, down),
        label: escaped(one.label),
        labelX: one.labelAt ? pixel(across(one.labelAt[0])) : frame.right + 8,
        labelY: pixel(one.labelAt ? down(one.labelAt[1]) : (heights[beside.indexOf(one)] ?? 0)),
      })),
    },
    { helpers: {} },
  );
}
