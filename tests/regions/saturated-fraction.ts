import type { tasks } from '../../assignments/02-saturation/reference.ts';
import { mutants, type NamedAnswer } from '../../grader/kit.ts';

type Scalar = (x: number) => number;
type Units = readonly number[];
const slopes: Readonly<Record<string, Scalar>> = {
  sigmoid: (z) => Math.exp(-Math.abs(z)) / (1 + Math.exp(-Math.abs(z))) ** 2,
  tanh: (z) => 1 - Math.tanh(z) ** 2,
};
const share = (units: Units, holds: (z: number) => boolean): number =>
  units.length === 0 ? 0 : units.filter(holds).length / units.length;
/** The share by another reading of each unit. */
const counting =
  (holds: (slope: number, threshold: number, z: number, i: number) => boolean) =>
  (code: string, units: Units, threshold: number): number =>
    units.length === 0 ? 0 : units.filter((z, i) => holds(slopes[code]!(z), threshold, z, i)).length / units.length;
const rawTanh = (z: number): number => (Math.exp(z) - Math.exp(-z)) / (Math.exp(z) + Math.exp(-z));

/** Right but for some layers and thresholds. */
export function fractionRegions(t: ReturnType<typeof tasks>): readonly NamedAnswer[] {
  const fraction = t.saturatedFraction.answer;
  return [
    ...mutants(t.saturatedFraction, {
      'not-above-counts': counting((slope, threshold) => slope <= threshold),
      'not-above-counts-for-the-sigmoid': (code, units, threshold) =>
        code === 'sigmoid'
          ? counting((slope, limit) => slope <= limit)(code, units, threshold)
          : fraction(code, units, threshold),
      'not-above-counts-for-tanh': (code, units, threshold) =>
        code === 'tanh'
          ? counting((slope, limit) => slope <= limit)(code, units, threshold)
          : fraction(code, units, threshold),
      'slope-by-a-raw-tanh': (code, units, threshold) =>
        code === 'tanh' ? share(units, (z) => 1 - rawTanh(z) ** 2 < threshold) : fraction(code, units, threshold),
      'slope-by-a-raw-sigmoid': (code, units, threshold) =>
        code === 'sigmoid'
          ? share(units, (z) => {
              const s = Math.exp(z) / (1 + Math.exp(z));
              return s * (1 - s) < threshold;
            })
          : fraction(code, units, threshold),
      'far-units-do-not-count': counting((slope, threshold, z) => slope < threshold && Math.abs(z) < 30),
      'units-beyond-1000-do-not-count': counting((slope, threshold, z) => slope < threshold && Math.abs(z) <= 1000),
      'only-eight-units': (code, units, threshold) => fraction(code, units.slice(0, 8), threshold),
      'only-a-hundred-units': (code, units, threshold) => fraction(code, units.slice(0, 100), threshold),
      'only-five-hundred-units': (code, units, threshold) => fraction(code, units.slice(0, 500), threshold),
      'only-999-units': (code, units, threshold) => fraction(code, units.slice(0, 999), threshold),
      'equal-units-count-once': (code, units, threshold) => fraction(code, [...new Set(units)], threshold),
      'a-unit-at-0-is-left-out': (code, units, threshold) =>
        fraction(
          code,
          units.filter((z) => z !== 0),
          threshold,
        ),
      'nothing-for-one-unit': { where: (_, units) => units.length === 1, answer: () => 0 },
      'one-for-one-unit': { where: (_, units) => units.length === 1, answer: () => 1 },
      'one-for-nothing': { where: (_, units) => units.length === 0, answer: () => 1 },
      'nan-for-nothing-of-tanh': {
        where: (code, units) => code === 'tanh' && units.length === 0,
        answer: () => Number.NaN,
      },
      'rounded-to-two-digits': (code, units, threshold) => Math.round(100 * fraction(code, units, threshold)) / 100,
      'rounded-to-four-digits': (code, units, threshold) => Number(fraction(code, units, threshold).toFixed(4)),
      'never-all': {
        where: (code, units, threshold) => fraction(code, units, threshold) === 1,
        answer: (_, units) => (units.length - 1) / units.length,
      },
      'threshold-at-least-0.01': (code, units, threshold) => fraction(code, units, Math.max(0.01, threshold)),
      'threshold-at-least-1e-6': (code, units, threshold) => fraction(code, units, Math.max(1e-6, threshold)),
      'threshold-at-most-the-steepest': (code, units, threshold) =>
        fraction(code, units, Math.min(code === 'tanh' ? 1 : 0.25, threshold)),
      'off-for-a-threshold-of-1': {
        where: (_, units, threshold) => threshold === 1 && units.length > 0,
        answer: () => 0.5,
      },
      'first-unit-counts-when-there-are-many': {
        where: (_, units) => units.length > 20,
        answer: (code, units, threshold) => fraction(code, units.with(0, 100), threshold),
      },
      'last-unit-left-out-of-ten-and-more': {
        where: (_, units) => units.length >= 10,
        answer: (code, units, threshold) => fraction(code, units.slice(0, -1), threshold),
      },
      'negatives-near-0-count': counting((slope, threshold, z) => slope < threshold || (z < 0 && z > -0.05)),
      'truncated-z': (code, units, threshold) => fraction(code, units.map(Math.trunc), threshold),
      'tenths-of-z': (code, units, threshold) =>
        fraction(
          code,
          units.map((z) => Number(z.toFixed(1))),
          threshold,
        ),
      'nothing-for-all-equal': {
        where: (_, units) => units.length > 1 && units.every((z) => z === units[0]),
        answer: () => 0.5,
      },
    }),
  ];
}
