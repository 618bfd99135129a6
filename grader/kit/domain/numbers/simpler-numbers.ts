/** Numbers that are quicker to read than the given one: 0 and ±1, then itself with fewer digits. */
export function* simplerNumbers(x: number, contains: (x: number) => boolean): Iterable<number> {
  const tried = [0, 1, -1, ...[1, 2, 3, 6].map((digits) => Number(x.toPrecision(digits)))];
  for (const [i, one] of tried.entries()) {
    if (contains(one) && lengthOf(one) < lengthOf(x) && !tried.slice(0, i).includes(one)) yield one;
  }
}

/** How much there is to read: 0 is shorter than 1, 1 than −1, and these than all others. */
const lengthOf = (x: number): number => {
  if (x === 0) return Object.is(x, -0) ? 1 : 0;
  if (Math.abs(x) === 1) return x > 0 ? 2 : 3;
  return 3 + String(x).length;
};
