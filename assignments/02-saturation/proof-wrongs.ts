import { mutants, type Proof } from '../../grader/kit.ts';
import { type Compared, comparedAs, type Pair, sides } from './compared.ts';
import { exactBounds } from './laws-function.ts';
import type { SaturationTasks } from './reference.ts';

/** A table with a step of 10^−digits. */
const rounded = (x: number, digits: number): number => Number(x.toFixed(digits));

/** Every other call is off by less than any tolerance: the same arguments give two answers. */
function unsteady<Args extends readonly unknown[]>(f: (...args: Args) => number): (...args: Args) => number {
  let calls = 0;
  return (...args) => f(...args) * (1 + (calls++ % 2) * 1e-14);
}

/** Farther out than the other laws ask. */
const isFar = (z: number): boolean => Math.abs(z) > 21;

function outputWrongs(task: SaturationTasks['firstFromOutput'], one: Compared): Proof['mutants'] {
  const ends = exactBounds(one);
  return mutants(task, {
    'from-a-table': (a) => task.answer(ends.includes(a) ? a : rounded(a, 2)),
    ...(ends.length > 0
      ? { 'wrong-at-the-ends': (a: number) => (ends.includes(a) ? 1 : task.answer(a)) }
      : { 'off-by-little': (a: number) => task.answer(a) + 1e-10 }),
    unsteady: unsteady(task.answer),
  });
}

/** Wrong answers that no student gives, each of which one law alone stops. */
export function wrongs(t: SaturationTasks, pair: Pair): Proof['mutants'] {
  const isModerate = (code: string, threshold: number): boolean =>
    threshold > 0.002 * comparedAs(pair, code).shape.steepest;
  return [
    ...mutants(t.value, {
      'off-on-both-sides-alike': (z) => t.value.answer(z) + (isFar(z) ? 0 : 1e-7 * z),
      'off-for-negatives': (z) => t.value.answer(z) + (z < 0 && !isFar(z) ? 1e-7 : 0),
      'gives-up-far-out': (z) => (isFar(z) ? Number.NaN : t.value.answer(z)),
      unsteady: unsteady(t.value.answer),
    }),
    ...mutants(t.slope, {
      'from-a-table': (z) => t.slope.answer(rounded(z, 1)),
      'gives-up-far-out': (z) => (isFar(z) ? Number.NaN : t.slope.answer(z)),
      unsteady: unsteady(t.slope.answer),
    }),
    ...outputWrongs(t.firstFromOutput, pair.first),
    ...outputWrongs(t.secondFromOutput, pair.second),
    ...mutants(t.saturatedFraction, {
      'adds-a-unit': (code, units, threshold) => {
        const answer = t.saturatedFraction.answer(code, units, threshold);
        units.push(0);
        return answer;
      },
    }),
    ...mutants(t.gradientBound, {
      ...Object.fromEntries(
        sides(pair).map((one) => [
          `a-quarter-for-${one.id}`,
          (code: string, depth: number) => t.gradientBound.answer(code, depth) * (code === one.code ? 0.25 : 1),
        ]),
      ),
      unsteady: unsteady(t.gradientBound.answer),
    }),
    ...mutants(t.saturationPoint, {
      'moderate-ones-off': (code, threshold) =>
        t.saturationPoint.answer(code, threshold) * (isModerate(code, threshold) ? 1 + 1e-5 : 1),
      'small-ones-off': (code, threshold) =>
        t.saturationPoint.answer(code, threshold) * (isModerate(code, threshold) ? 1 : 1 + 1e-5),
      unsteady: unsteady(t.saturationPoint.answer),
    }),
  ];
}
