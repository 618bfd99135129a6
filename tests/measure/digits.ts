/**
 * How well `train` does on the digits of 05-deep-network, over many seeds: the figures of docs/digits.md.
 *
 *   npm run measure -- digits [--seeds N] [--first N] [--only NAME]
 *
 * One line for each way to train, right ones first: the accuracy of one net on the held-out digits, and how far from the
 * law's threshold the mean of its nets is. The last column bounds the chance that this mean lies on the wrong side of
 * the threshold, by Chernoff: P(mean of k ≤ t) ≤ min_s (e^(s·t) · E[e^(−s·x)])^k, with the mean over the seeds for E. No
 * normal distribution is assumed.
 */
import { parseArgs } from 'node:util';
import { heldOut, training } from '../../assignments/05-deep-network/digits.ts';
import { rightTraining } from '../../assignments/05-deep-network/proof-training.ts';
import { reluRuns, type TrainingRuns, tanhRuns } from '../../assignments/05-deep-network/training-runs.ts';
import { type Train, wrongTraining } from '../../assignments/05-deep-network/wrong-training.ts';
import { accuracy } from '../../reference/deep-network.ts';
import { createRng } from '../../reference/rng.ts';
import { train } from '../../reference/training.ts';

interface Row {
  readonly name: string;
  readonly way: Train;
  readonly runs: TrainingRuns;
}

const { values: options } = parseArgs({
  options: {
    seeds: { type: 'string', default: '200' },
    first: { type: 'string', default: '0' },
    only: { type: 'string', default: '' },
  },
});

const withoutOptions: Train = (data, { maxNorm: _, l2: __, ...settings }, rng) => train(data, settings, rng);

const rows: readonly Row[] = [reluRuns, tanhRuns].flatMap((runs) => {
  const row = (kind: string, name: string, way: Train): Row => ({
    name: `${runs.settings.activation} ${kind} ${name}`,
    way,
    runs,
  });
  const of = (kind: string, ways: Readonly<Record<string, Train>>): Row[] =>
    Object.entries(ways).map(([name, way]) => row(kind, name, way));
  return [
    row('right', 'reference', train),
    ...of('right', rightTraining),
    row('other', 'no clipping, no L2', withoutOptions),
    ...of('wrong', wrongTraining),
  ];
});

const meanOf = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;

/** Chernoff's bound for the mean of k draws to lie beyond the threshold, as a power of ten. */
function bound(accuracies: readonly number[], threshold: number, k: number): number {
  const direction = Math.sign(meanOf(accuracies) - threshold);
  let best = 0;
  for (let s = 1; s <= 1000; s *= 1.05) {
    const exponent = k * Math.log10(meanOf(accuracies.map((x) => Math.exp(s * direction * (threshold - x)))));
    best = Math.min(best, exponent);
  }
  return best;
}

const seeds = Array.from({ length: Number(options.seeds) }, (_, i) => Number(options.first) + i);
for (const { name, way, runs } of rows.filter((row) => row.name.includes(options.only))) {
  const { settings, nets, threshold } = runs;
  const started = performance.now();
  const accuracies = seeds.map((seed) =>
    accuracy(way(training, settings, createRng(seed)), settings.activation, heldOut.inputs, heldOut.labels),
  );
  const seconds = (performance.now() - started) / 1000 / seeds.length;
  const mean = meanOf(accuracies);
  const sd = Math.sqrt((meanOf(accuracies.map((x) => (x - mean) ** 2)) * seeds.length) / (seeds.length - 1));
  const distance = ((mean - threshold) * Math.sqrt(nets)) / Math.max(sd, 1e-3);
  const columns = [
    name.padEnd(38),
    mean.toFixed(3),
    sd.toFixed(3),
    Math.min(...accuracies).toFixed(3),
    Math.max(...accuracies).toFixed(3),
    `${distance.toFixed(1)} sd from ${threshold}`,
    `1e${Math.ceil(bound(accuracies, threshold, nets))}`,
    `${seconds.toFixed(2)} s`,
  ];
  console.log(`| ${columns.join(' | ')} |`);
}
