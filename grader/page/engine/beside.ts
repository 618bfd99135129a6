import type { Picture, Series } from '../../kit.ts';

/** The student's lines, and those of the right ones that differ, in other strokes. */
export function beside(own: Picture, right: Picture, name: string): { picture: Picture; isBeside: boolean } {
  // What is drawn already, rounding apart, is not drawn again.
  const isThere = ({ label, points }: Series): boolean =>
    own.series.some((one) => one.label === label && isNear(one.points, points));
  const missing = right.series.filter((one) => !isThere(one));
  const others = missing.map(
    (one): Series => ({
      ...one,
      label: right.series.length === 1 ? name : `${name}: ${one.label}`,
      style: strokes[one.style],
    }),
  );
  const domain = (of: 'x' | 'y'): readonly [number, number] => [
    Math.min(own[of].domain[0], right[of].domain[0]),
    Math.max(own[of].domain[1], right[of].domain[1]),
  ];
  const picture = {
    ...own,
    x: { ...own.x, domain: domain('x') },
    y: { ...own.y, domain: domain('y') },
    series: [...own.series, ...others],
  };
  return { picture, isBeside: others.length > 0 };
}

const strokes: Readonly<Record<Series['style'], Series['style']>> = {
  solid: 'dashed',
  dotted: 'dashed',
  dashdot: 'dashed',
  dashed: 'dashdot',
  arrow: 'outline',
  filled: 'outline',
  outline: 'outline',
};

const isNear = (yours: Series['points'], right: Series['points']): boolean =>
  yours.length === right.length &&
  yours.every(([x, y], i) => {
    const [toX, toY] = right[i] ?? [Number.NaN, Number.NaN];
    return Math.abs(x - toX) <= 1e-6 * Math.abs(toX) && Math.abs(y - toY) <= 1e-6 * Math.abs(toY);
  });
