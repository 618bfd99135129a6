import { describe, expect, test } from 'vitest';
import { areToldApart, isLearned, runsOf } from '../../assignments/05-deep-network/digits/runs.ts';
import { distances, gapBetween } from '../../assignments/05-deep-network/digits/thresholds.ts';
import { grid, type Parameters, parametersOf } from '../../assignments/05-deep-network/parameters.ts';
import { variant } from '../../assignments/05-deep-network/variant.ts';

/** All that the accuracy of nets depends on. */
const settings: readonly Parameters[] = grid.clipping.flatMap((clipping) =>
  grid.classes.flatMap((classes) =>
    grid.depth.flatMap((depth) =>
      grid.width.flatMap((width) =>
        grid.symmetric.map((symmetric) => parametersOf({ clipping, classes, depth, width, symmetric })),
      ),
    ),
  ),
);
const learned = settings.filter((one) => isLearned(one) && areToldApart(one));
const nameOf = ({ clipping, classes, depth, width, symmetric }: Parameters): string =>
  `${symmetric}, ${depth} of ${width}, ${classes} classes, ${clipping}`;

describe('the thresholds of nets on the digits', () => {
  test.each(learned.map((one) => [nameOf(one), one] as const))('lie between right and wrong: %s', (_, parameters) => {
    const { relu, symmetric } = runsOf(parameters);
    for (const { nets, threshold, measured, settings: run } of [relu, symmetric]) {
      const { reference, ...others } = measured.right;
      const distance = ({ mean, sd }: { readonly mean: number; readonly sd: number }): number =>
        ((mean - threshold) / sd) * Math.sqrt(nets);
      expect(reference!.seeds).toBeGreaterThanOrEqual(40);
      expect(distance(reference!)).toBeGreaterThanOrEqual(distances.reference);
      expect(reference!.lowest).toBeGreaterThan(threshold);
      for (const other of Object.values(others)) expect(distance(other)).toBeGreaterThanOrEqual(distances.otherRight);
      expect(threshold).toBeGreaterThan(1 / run.classes);
      for (const wrong of Object.values(measured.wrong)) expect(wrong.mean).toBeLessThan(threshold);
      // The lecture's own have been chosen by hand, and told from wrong ones over more seeds (docs/digits.md).
      const [from] = gapBetween(measured, nets);
      expect(threshold).toBeGreaterThanOrEqual(from - 1e-9);
    }
  });

  test('are there for every setting that a variant can have, and for no others', () => {
    const told = settings.filter((one) => variant.problem!(one, 'en') === undefined);
    expect(told.map(nameOf)).toEqual(learned.map(nameOf));
    expect([learned.length, settings.length]).toEqual([92, 108]);
  });
});
