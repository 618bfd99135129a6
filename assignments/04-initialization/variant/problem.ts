import { fill } from '../../../grader/kit.ts';
import { squareSpread } from '../../../reference/gains/gain.ts';
import type { Setup } from '../parameters.ts';
import en from '../texts/problems.en.json' with { type: 'json' };
import ru from '../texts/problems.ru.json' with { type: 'json' };

/** Where a function that grows no faster than its argument has long begun to. */
const farOut = 20;
/** Twice as far out it is at most about twice as large. */
const mostGrowth = 2.2;

/** The largest |φ(z)| up to a place, on both sides: a function may go up and down. */
const largestUpTo = (phi: (z: number) => number, end: number): number =>
  Array.from({ length: 401 }, (_, i) => Math.abs(phi(end * (i / 200 - 1)))).reduce((a, b) => Math.max(a, b));

/** gain² lies between these, so that it can be written, and weights drawn by it be looked at. */
const gains = { least: 0.01, most: 100 };

/** Nearer to 1 there is nothing to make up for, and 1/n is as good. */
const leastLoss = 0.01;

/** E φ⁴/(E φ²)² of ReLU is 6. Beyond this the mean square comes from so few units that a layer has none of them. */
const mostSpread = 20;

const problems: Readonly<Record<'en' | 'ru', typeof en>> = { en, ru };

/** Why the laws say nothing about weights for this activation, or nothing of use. */
export function problemOf({ phi, schemes }: Setup, language: 'en' | 'ru'): string | undefined {
  const { growth, spread, gain, loss } = problems[language];
  const { scale } = schemes.gained;
  if (largestUpTo(phi.value, 2 * farOut) > mostGrowth * largestUpTo(phi.value, farOut)) return growth;
  if (!(scale >= gains.least && scale <= gains.most)) return fill(gain, { gain: Number(scale.toPrecision(3)) });
  if (Math.abs(scale - 1) < leastLoss) return loss;
  return squareSpread(phi.value) > mostSpread ? spread : undefined;
}
