import { InvalidArgumentError } from 'commander';

const maxSeed = 2 ** 32 - 1;

/** The seed of a check or a variant, as typed. */
export function parseSeed(text: string): number {
  const seed = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (!(seed <= maxSeed)) throw new InvalidArgumentError(`It is a whole number from 0 to ${maxSeed}.`);
  return seed;
}
