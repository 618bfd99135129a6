/** The middle one of some figures. */
export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/**
 * Runs several things by turns, so that they meet the same machine; every other round in the opposite order.
 *
 * @returns milliseconds of each, round by round; the first round, which reads files that others find in memory, is left out
 */
export async function inTurns(
  rounds: number,
  measured: readonly (() => void | Promise<void>)[],
): Promise<readonly (readonly number[])[]> {
  const times = measured.map((): number[] => []);
  for (let round = 0; round <= rounds; round++) {
    for (const index of round % 2 === 0 ? measured.keys() : [...measured.keys()].reverse()) {
      const started = performance.now();
      await measured[index]!();
      if (round > 0) times[index]!.push(performance.now() - started);
    }
  }
  return times;
}
