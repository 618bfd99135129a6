import { scaleLinear, scaleLog } from 'd3-scale';
import type { Axis } from '../kit.ts';

export type Scale = ReturnType<typeof scaleOf>;

export const scaleOf = ({ scale, domain }: Axis, range: readonly [number, number]) =>
  (scale === 'log' ? scaleLog() : scaleLinear()).domain(domain).range(range);

/** Whole pixels and tenths: no byte depends on how a machine rounds the seventeenth digit. */
export const pixel = (value: number): number => Math.round(value * 10) / 10;

const superscript: Readonly<Record<string, string>> = { '-': '⁻', ...Object.fromEntries([...'⁰¹²³⁴⁵⁶⁷⁸⁹'].entries()) };

/** On less than two decades powers of ten would be two or three numbers: there the twos and fives have one as well. */
const isShort = ({ domain: [low, high] }: Axis): boolean => high / low < 101;

/** Few digits; powers of ten as such. */
function numberLabel(value: number, axis: Axis): string {
  if (axis.scale !== 'log' || isShort(axis)) return String(Number(value.toPrecision(6))).replace('-', '−');
  const exponent = Math.round(Math.log10(value));
  return `10${[...String(exponent)].map((digit) => superscript[digit] ?? digit).join('')}`;
}

const isNumbered = (value: number, axis: Axis): boolean =>
  (isShort(axis) ? [1, 2, 5] : [1]).some((leading) => {
    const exponent = Math.log10(value / leading);
    return Math.abs(exponent - Math.round(exponent)) < 1e-9;
  });

/** Where an axis has a number, and which; on a logarithmic one at powers of ten, mostly. */
export function ticks(axis: Axis, scale: Scale, count: number) {
  const isLog = axis.scale === 'log';
  const values = scale.ticks(isLog && isShort(axis) ? 20 : count).filter((value) => !isLog || isNumbered(value, axis));
  return values.map((value) => ({ at: pixel(scale(value)), label: numberLabel(value, axis) }));
}
