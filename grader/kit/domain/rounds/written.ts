const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9];
/** By parts and not by powers of ten: 3 / 100 is 0.03, and 3 · 0.01 is a little more. */
const oneDigit = [
  ...digits.flatMap((d) => [d / 100, d / 10]),
  ...digits.flatMap((d) => [d, d * 10, d * 100, d * 1000]),
  1e4,
];
const powersOfTwo = Array.from({ length: 16 }, (_, k) => 2 ** (k - 3));
/** Small steps, quarters, almost 1, dozens and the sizes of pictures. */
const others = [1e-3, 1e-4, 1e-5, 1e-6, 1e-8, 0.75, 0.99, 1.5, 2.5, 12, 15, 24, 25, 28, 255, 784];

/** Numbers that people write: an answer may be wrong for one of them alone. */
const written = [...new Set([...oneDigit, ...powersOfTwo, ...others])].sort((a, b) => a - b);

/** Those that are in a domain, of either sign. */
export const writtenIn = (contains: (x: number) => boolean): readonly number[] =>
  [...written, ...written.map((x) => -x)].filter(contains);

/** Whole numbers among them that are in a domain. */
export const wholesIn = (contains: (n: number) => boolean): readonly number[] =>
  written.filter((n) => Number.isInteger(n) && contains(n));

/** Of long lists there are fewer: each costs as much as many short ones. */
const long = [100, 128, 200, 256, 500, 512, 784];
export const isLengthToAsk = (n: number): boolean => n <= 64 || long.includes(n);

/** Those with which people fill a list. */
const filling = [1, -1, 0.1, 0.01, 0.25, 0.5, 2, 3, 5, 10, 100];
export const isFilling = (x: number): boolean => filling.includes(x);
