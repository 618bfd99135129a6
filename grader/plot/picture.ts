import { scaleLinear, scaleLog } from 'd3-scale';
import { line } from 'd3-shape';
import render from '../../templates/plot/picture.svg.hbs';
import type { Axis, Picture, Series } from '../contract.ts';

const size = { width: 640, height: 360 };
/** Room for the numbers on the left and below, and for the lines' names on the right. */
const frame = { left: 56, right: 520, top: 28, bottom: 312 };

/** Told apart from each other, and from a white and a black ground, also by those who see fewer colors (Okabe & Ito). */
const colors = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#8a7a00'];
const dashes: Readonly<Record<Series['style'], string>> = {
  solid: 'none',
  dashed: '8 5',
  dotted: '2 4',
  arrow: 'none',
  outline: '3 3',
};

const scaleOf = ({ scale, domain }: Axis, range: readonly [number, number]) =>
  (scale === 'log' ? scaleLog() : scaleLinear()).domain(domain).range(range);

/** Whole pixels and tenths: no byte depends on how a machine rounds the seventeenth digit. */
const pixel = (value: number): number => Math.round(value * 10) / 10;

const superscript: Readonly<Record<string, string>> = { '-': '⁻', ...Object.fromEntries([...'⁰¹²³⁴⁵⁶⁷⁸⁹'].entries()) };

/** Few digits; powers of ten as such. */
function numberLabel(value: number, { scale }: Axis): string {
  if (scale !== 'log') return String(Number(value.toPrecision(6))).replace('-', '−');
  const exponent = Math.round(Math.log10(value));
  return `10${[...String(exponent)].map((digit) => superscript[digit] ?? digit).join('')}`;
}

function ticks(axis: Axis, scale: ReturnType<typeof scaleOf>, count: number) {
  const values =
    axis.scale === 'log'
      ? scale.ticks(count).filter((value) => Math.abs(Math.log10(value) - Math.round(Math.log10(value))) < 1e-9)
      : scale.ticks(count);
  return values.map((value) => ({ at: pixel(scale(value)), label: numberLabel(value, axis) }));
}

/** Names at the lines' ends, moved apart where they would overlap. */
function spread(ends: readonly number[]): number[] {
  const height = 17;
  const order = ends.map((_, i) => i).sort((a, b) => ends[a]! - ends[b]!);
  const placed = [...ends];
  for (const [k, i] of order.entries()) {
    const above = order[k - 1];
    if (above !== undefined) placed[i] = Math.max(placed[i]!, placed[above]! + height);
  }
  return placed;
}

/** A picture as SVG, readable on a light and on a dark ground. */
export function renderPicture({ title, description, x, y, series }: Picture): string {
  const across = scaleOf(x, [frame.left, frame.right]);
  const down = scaleOf(y, [frame.bottom, frame.top]);
  const path = line<readonly [number, number]>(
    ([at]) => pixel(across(at)),
    ([, value]) => pixel(down(value)),
  );
  const named = series.filter(({ label }) => label !== '');
  const ends = spread(named.map(({ points }) => down(points.at(-1)?.[1] ?? 0)));
  return render(
    {
      ...size,
      ...frame,
      title,
      description,
      tickLeft: frame.left - 8,
      tickBottom: frame.bottom + 20,
      labelBottom: frame.bottom + 40,
      labelTop: frame.top - 12,
      xLabel: x.label,
      yLabel: y.label,
      xTicks: ticks(x, across, 8),
      yTicks: ticks(y, down, 6),
      series: series.map(({ label, points, style }, index) => ({
        label,
        path: path(points) ?? '',
        color: style === 'outline' ? '#888888' : colors[index % colors.length],
        dash: dashes[style],
        arrow: style === 'arrow' ? ' marker-end="url(#head)"' : '',
        labelX: style === 'arrow' ? pixel(across(points.at(-1)?.[0] ?? 0) + 8) : frame.right + 8,
        labelY: pixel(
          style === 'arrow'
            ? down(points.at(-1)?.[1] ?? 0)
            : (ends[named.findIndex((one) => one.label === label)] ?? 0),
        ),
      })),
    },
    { helpers: {} },
  );
}
