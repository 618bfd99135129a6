import type { Axis, Drawing, Point, Series } from '../kit.ts';
import { colors } from './marks.ts';

/** As many values of each line: GitHub draws them without numbers of their own. */
const samples = 51;

/** The y of a polyline at x, linear between its points. */
function at(points: readonly Point[], x: number): number {
  const next = points.findIndex(([end], i) => i > 0 && end >= x && end > points[i - 1]![0]);
  if (next < 0) return points.at(-1)![1];
  const [[left, from], [right, to]] = [points[next - 1]!, points[next]!];
  return from + ((to - from) * (x - left)) / (right - left);
}

/** Mermaid knows no logarithmic axis: there the exponents are drawn. */
const shown = ({ scale }: Axis, value: number): number => (scale === 'log' ? Math.log10(value) : value);
const digits = (value: number): string => String(Number(value.toPrecision(4)));
const axisLabel = ({ label, scale }: Axis): string => (scale === 'log' ? `log₁₀ ${label}` : label);

/**
 * A drawing as a chart of Mermaid, for Markdown that cannot show a file. Its charts have neither names nor dashes: the
 * first series are bars and the others a line, and the caption says which is which.
 */
export function renderMermaid({
  title,
  alt,
  x,
  y,
  series,
}: Drawing & { readonly title: string; readonly alt: string }): string {
  const [from, to] = x.domain;
  const grid = Array.from({ length: samples }, (_, i) => from + ((to - from) * i) / (samples - 1));
  const data = ({ points }: Series, index: number): string => {
    const values = grid.map((place) => digits(shown(y, at(points, place))));
    return `  ${index === 0 ? 'bar' : 'line'} [${values.join(', ')}]`;
  };
  const [low, high] = y.domain.map((value) => digits(shown(y, value)));
  return [
    '```mermaid',
    `%%{init: {"xyChart": {"width": 640, "height": 300}, "themeVariables": {"xyChart": {"plotColorPalette": "${colors.join(', ')}"}}}}%%`,
    'xychart-beta',
    `  accTitle: ${title}`,
    `  accDescr: ${alt}`,
    `  x-axis "${x.label}" ${digits(from)} --> ${digits(to)}`,
    `  y-axis "${axisLabel(y)}" ${low} --> ${high}`,
    ...series.map(data),
    '```',
    '',
    series.map(({ label }, index) => `${index === 0 ? '▮' : '―'} ${label}`).join(' · '),
  ].join('\n');
}
