import { scaleLinear, scaleLog } from 'd3-scale';
import type { Axis } from '../contract.ts';

export type Scale = ReturnType<typeof scaleOf>;

export const scaleOf = ({ scale, domain }: Axis, range: readonly [number, number]) =>
  (scale === 'log' ? scaleLog() : scaleLinear()).domain(domain).range(range);

/** Whole pixels and tenths: no byte depends on how a machine rounds the seventeenth digit. */
export const pixel = (value: number): number => Math.round(value * 10) / 10;

const superscript: Readonly<Record<string, string>> = { '-': '⁻', ...Object.fromEntries([...'⁰¹²³⁴⁵⁶⁷⁸⁹'].entries()) };

/** Few digits; powers of ten as such. */
function numberLabel(value: number, { scale }: Axis): string {
  if (scale !== 'log') return String(Number(value.toPrecision(6))).replace('-', '−');
  const exponent = Math.round(Math.log10(value));
  return `10${[...String(exponent)].map((digit) => superscript[digit] ?? digit).join('')}`;
}

const isPowerOfTen = (value: number): boolean => Math.abs(Math.log10(value) - Math.round(Math.log10(value))) < 1e-9;

/** Where an axis has a number, and which; on a logarithmic one at powers of ten only. */
export function ticks(axis: Axis, scale: Scale, count: number) {
  const values = scale.ticks(count).filter((value) => axis.scale !== 'log' || isPowerOfTen(value));
  return values.map((value) => ({ at: pixel(scale(value)), label: numberLabel(value, axis) }));
}
