import type { TrainingSettings } from '../../../reference/nets/training.ts';
import { type Parameters, strengthOf } from '../parameters.ts';
import rows from './measured.json' with { type: 'json' };

/** The accuracies of so many single nets on the digits held out. */
export interface Accuracies {
  readonly seeds: number;
  readonly mean: number;
  readonly sd: number;
  readonly lowest: number;
  readonly highest: number;
}

/** How nets with some settings were seen to do, by the way in which they were trained. */
export interface Measured {
  readonly settings: TrainingSettings<string>;
  readonly right: { readonly [way: string]: Accuracies };
  /** Those that the digits have to tell; a net that does worse than guessing counts as one that guesses. */
  readonly wrong: { readonly [way: string]: Accuracies };
}

export const keyOf = ({ activation, hiddenSizes, classes, ...options }: TrainingSettings<string>): string => {
  const clipping = options.maxNorm !== undefined ? 'norm' : options.limit !== undefined ? 'value' : 'none';
  return `${activation} ${hiddenSizes.length} of ${hiddenSizes[0]}, ${classes} classes, ${clipping}`;
};

/** The row of measured.json. λ is that of (λ/2) Σ w² there. */
export function measuredOf(settings: TrainingSettings<string>, parameters: Pick<Parameters, 'penalty'>): Measured {
  const { l2 } = settings;
  const key = keyOf(settings);
  const row = (rows as unknown as Readonly<Record<string, Measured>>)[key];
  const asMeasured = l2 === undefined ? settings : { ...settings, l2: strengthOf(parameters) * l2 };
  if (row === undefined || JSON.stringify(sorted(row.settings)) !== JSON.stringify(sorted(asMeasured))) {
    throw new Error(`${key} has not been measured with these settings: npm run measure -- digits-grid`);
  }
  return row;
}

const sorted = (settings: TrainingSettings<string>): readonly unknown[] =>
  Object.entries(settings).toSorted(([a], [b]) => (a < b ? -1 : 1));

/** How far the mean of a law's nets has to be from its threshold, in standard deviations of that mean. */
export const distances = { reference: 6.5, otherRight: 4.4, wrong: 5 };

/** Nets that all do the same are not certain to go on so. */
const leastSpread = 0.01;

/** Between which two accuracies the mean of so many nets tells right from wrong. */
export function gapBetween({ right, wrong }: Measured, nets: number): readonly [number, number] {
  const spread = ({ sd }: Accuracies): number => Math.max(sd, leastSpread) / Math.sqrt(nets);
  const highest = Object.values(wrong).map((way) => way.mean + distances.wrong * spread(way));
  const lowest = Object.entries(right).map(
    ([name, way]) => way.mean - (name === 'reference' ? distances.reference : distances.otherRight) * spread(way),
  );
  // The normal tail is an extrapolation: no net of the reference has been seen below.
  const seen = right['reference']?.lowest ?? 0;
  return [Math.max(...highest), Math.min(...lowest, seen)];
}

/** As few nets as tell right from wrong, three at least, and the middle of the gap in hundredths; NaN where none do. */
export function fewestNets(measured: Measured): { readonly nets: number; readonly threshold: number } {
  for (const nets of [3, 4, 5]) {
    const [from, to] = gapBetween(measured, nets);
    const middle = Math.round(50 * (from + to)) / 100;
    if (from <= middle && middle <= to) return { nets, threshold: middle };
  }
  return { nets: 3, threshold: Number.NaN };
}
