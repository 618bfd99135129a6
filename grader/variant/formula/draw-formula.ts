import type { RandomStream } from '../../../reference/numerics/rng.ts';

/**
 * From which family a seed draws a formula: activations that are bounded, increasing and steepest at 0; or any that are
 * smooth and grow no faster than z.
 */
export type Family = 'squashing' | 'any';

/** Templates over the coefficients a and b, which are drawn. */
const squashing = [
  'a * tanh(b * z)',
  'a * atan(b * z)',
  'a * z / (1 + b * abs(z))',
  'a * z / sqrt(1 + b * z^2)',
  'a / (1 + exp(-b * z))',
];
const any = [
  ...squashing,
  '0.5 + atan(b * z) / pi',
  'a * asinh(b * z)',
  'z / (1 + exp(-b * z))',
  'log(1 + exp(b * z)) / b',
  'a * z + tanh(b * z)',
  'a * z + sin(b * z) / 2',
  'a * (sqrt(1 + z^2) + z) / 2',
  'z * tanh(log(1 + exp(b * z)))',
  'tanh(z) / 2 + a * atan(b * z)',
];
const templates: Readonly<Record<Family, readonly string[]>> = { squashing, any };

/** Half to three halves, in hundredths, and never 1, which would leave a factor that is not seen. */
const coefficient = (rng: RandomStream): string => {
  const k = 50 + Math.floor(rng.uniform() * 100);
  return String((k < 100 ? k : k + 1) / 100);
};

export function drawFormula(family: Family, rng: RandomStream): string {
  const all = templates[family];
  const template = all[Math.floor(rng.uniform() * all.length)]!;
  const [a, b] = [coefficient(rng), coefficient(rng)];
  return template.replace(/\ba\b/g, a).replace(/\bb\b/g, b);
}
