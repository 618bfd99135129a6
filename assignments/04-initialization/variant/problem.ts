import { squareSpread } from '../../../reference/gain.ts';
import type { Setup } from '../parameters.ts';

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

const ends = {
  en: 'Choose one that grows no faster than z and does not vanish for most z, such as tanh(z) or max(0.2 * z, z).',
  ru: 'Выберите такую, которая растёт не быстрее z и не обращается в нуль почти всюду, например tanh(z) или max(0.2 * z, z).',
};

const reasons = {
  en: {
    growth: 'the activation grows faster than z, so that the size of a signal would hang on a few large sums',
    spread: 'the mean square of the activation comes from so few z that most units of a layer are as good as 0',
    gain: (gain: string) => `gain² = 1/E[φ(z)²] would be ${gain}`,
    loss: 'behind the activation a signal keeps its size by itself, so that there is nothing to make up for: gain² would be 1. Choose one that loses something, such as tanh(z) or max(0.2 * z, z).',
  },
  ru: {
    growth: 'функция активации растёт быстрее z, и величина сигнала зависела бы от немногих больших сумм',
    spread:
      'средний квадрат функции активации складывается из столь немногих z, что почти все нейроны слоя близки к нулю',
    gain: (gain: string) => `gain² = 1/E[φ(z)²] был бы равен ${gain}`,
    loss: 'после функции активации величина сигнала сохраняется сама, и возмещать нечего: gain² был бы равен 1. Выберите такую, которая что-то теряет, например tanh(z) или max(0.2 * z, z).',
  },
};

/** Why the laws say nothing about weights for this activation, or nothing of use. */
export function problemOf({ phi, schemes }: Setup, language: 'en' | 'ru'): string | undefined {
  const { growth, spread, gain, loss } = reasons[language];
  const { scale } = schemes.gained;
  const say = (reason: string): string => `activation: ${reason}. ${ends[language]}`;
  if (largestUpTo(phi.value, 2 * farOut) > mostGrowth * largestUpTo(phi.value, farOut)) return say(growth);
  if (!(scale >= gains.least && scale <= gains.most)) return say(gain(String(Number(scale.toPrecision(3)))));
  if (Math.abs(scale - 1) < leastLoss) return `activation: ${loss}`;
  return squareSpread(phi.value) > mostSpread ? say(spread) : undefined;
}
