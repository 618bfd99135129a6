import { squareSpread } from '../../reference/gain.ts';
import type { Setup } from './parameters.ts';

/** Where a function that grows no faster than its argument has long begun to. */
const farOut = [10, 14, 20];
/** Twice as far out it is at most about twice as large. */
const mostGrowth = 2.2;

/** gain² lies between these, so that it can be written, and weights drawn by it be looked at. */
const gains = { least: 0.01, most: 100 };

/** E φ⁴/(E φ²)² of ReLU is 6. Beyond this the mean square comes from so few units that a layer has none of them. */
const mostSpread = 20;

const ends = {
  en: 'Choose one that grows no faster than z and does not vanish for most z, such as tanh(z) or max(0.2 * z, z).',
  ru: 'Выберите такую, которая растёт не быстрее z и не обращается в нуль почти всюду, например tanh(z) или max(0.2 * z, z).',
};

const reasons = {
  en: {
    growth: 'the activation grows faster than z, so that the size of a signal would hang on a few large sums',
    spread: 'the mean square of the activation comes from so few z that most units of a layer are as good as 0',
    gain: (gain: string) => `gain² = 1/E[φ(z)²] would be ${gain}`,
  },
  ru: {
    growth: 'функция активации растёт быстрее z, и величина сигнала зависела бы от немногих больших сумм',
    spread:
      'средний квадрат функции активации складывается из столь немногих z, что почти все нейроны слоя близки к нулю',
    gain: (gain: string) => `gain² = 1/E[φ(z)²] был бы равен ${gain}`,
  },
};

/** Why the laws say nothing about weights for this activation, or nothing of use. */
export function problemOf({ phi, schemes }: Setup, language: 'en' | 'ru'): string | undefined {
  const { growth, spread, gain } = reasons[language];
  const { scale } = schemes.gained;
  const size = (z: number): number => Math.max(Math.abs(phi.value(z)), Math.abs(phi.value(-z)));
  const say = (reason: string): string => `activation: ${reason}. ${ends[language]}`;
  if (farOut.some((z) => size(2 * z) > mostGrowth * size(z))) return say(growth);
  if (!(scale >= gains.least && scale <= gains.most)) return say(gain(String(Number(scale.toPrecision(3)))));
  return squareSpread(phi.value) > mostSpread ? say(spread) : undefined;
}
