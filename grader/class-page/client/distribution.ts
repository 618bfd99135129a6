import { byId, fill, h, type Loaded, svg } from './dom.ts';

/** The points that are shown; both ends belong to it. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

const width = 720;
const height = 150;
const margin = 24;
/** Beyond so many students dots say nothing, and bars are drawn. */
const mostDots = 400;
const columns = 50;

/** Draws the students by their points; a range that is chosen there, or typed below, filters the table. */
export function drawDistribution(data: Loaded, onRange: (range: Range) => void): void {
  const { maxPoints, words } = data;
  const points = data.students.flatMap(({ points }) => points ?? []);
  const x = (value: number): number => margin + (value / maxPoints) * (width - 2 * margin);
  const stacks = new Map<number, number>();
  const place = (value: number): number => Math.round((value / maxPoints) * columns);
  for (const value of points) stacks.set(place(value), (stacks.get(place(value)) ?? 0) + 1);
  const tallest = Math.max(1, ...stacks.values());
  const step = Math.min(9, (height - 2 * margin) / tallest);
  const marks: { readonly value: number; readonly mark: SVGElement }[] = [];
  const base = height - margin;
  if (points.length <= mostDots) {
    const seen = new Map<number, number>();
    for (const value of [...points].sort((a, b) => a - b)) {
      const at = place(value);
      const n = seen.get(at) ?? 0;
      seen.set(at, n + 1);
      const cx = x((at / columns) * maxPoints);
      marks.push({
        value,
        mark: svg('circle', { class: 'dot', cx, cy: base - step * (n + 0.5), r: Math.max(1, step / 2 - 0.5) }),
      });
    }
  } else {
    for (const [at, count] of stacks) {
      const value = (at / columns) * maxPoints;
      const size = (count / tallest) * (height - 2 * margin);
      marks.push({
        value,
        mark: svg('rect', { class: 'bar', x: x(value) - 5, y: base - size, width: 10, height: size }),
      });
    }
  }
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((share) =>
    svg(
      'text',
      { x: x(share * maxPoints), y: height - 6, 'text-anchor': 'middle' },
      String(Math.round(share * maxPoints)),
    ),
  );
  const brush = svg('rect', { class: 'brush', y: 0, height: base, x: 0, width: 0 });
  const axis = svg('line', { class: 'axis', x1: margin, x2: width - margin, y1: base, y2: base });
  const label = fill(words['dots'] ?? '', { students: points.length, max: maxPoints });
  const drawing = svg(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': label },
    ...[brush, axis, ...ticks, ...marks.map(({ mark }) => mark)],
  );
  byId('distribution').append(drawing, h('figcaption', {}, label));

  const [from, to] = [byId<HTMLInputElement>('least'), byId<HTMLInputElement>('most')];
  const choose = (range: Range): void => {
    const isWhole = range.from <= 0 && range.to >= maxPoints;
    from.value = isWhole ? '' : String(range.from);
    to.value = isWhole ? '' : String(range.to);
    show(range);
  };
  const show = (range: Range): void => {
    const isWhole = range.from <= 0 && range.to >= maxPoints;
    brush.setAttribute('x', String(x(Math.max(0, range.from))));
    brush.setAttribute(
      'width',
      String(isWhole ? 0 : Math.max(2, x(Math.min(maxPoints, range.to)) - x(Math.max(0, range.from)))),
    );
    for (const { value, mark } of marks) mark.classList.toggle('out', value < range.from || value > range.to);
    onRange(range);
  };
  const typed = (): void =>
    show({ from: from.value === '' ? 0 : Number(from.value), to: to.value === '' ? maxPoints : Number(to.value) });
  for (const field of [from, to]) field.addEventListener('input', typed);
  byId('whole').addEventListener('click', () => choose({ from: 0, to: maxPoints }));

  const valueAt = (event: PointerEvent): number => {
    const box = drawing.getBoundingClientRect();
    const inside = ((event.clientX - box.left) / box.width) * width;
    return Math.round(Math.min(1, Math.max(0, (inside - margin) / (width - 2 * margin))) * maxPoints);
  };
  let began: number | undefined;
  drawing.addEventListener('pointerdown', (event) => {
    began = valueAt(event as PointerEvent);
    drawing.setPointerCapture((event as PointerEvent).pointerId);
  });
  drawing.addEventListener('pointermove', (event) => {
    if (began === undefined) return;
    const now = valueAt(event as PointerEvent);
    choose({ from: Math.min(began, now), to: Math.max(began, now) });
  });
  drawing.addEventListener('pointerup', (event) => {
    if (began === valueAt(event as PointerEvent)) choose({ from: 0, to: maxPoints });
    began = undefined;
  });
}
