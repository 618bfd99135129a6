/**
 * How well `train` does on the digits of 05-deep-network, over many seeds: the figures of docs/digits.md.
 *
 *   npm run measure -- digits [--seeds N] [--first N] [--only NAME]
 *
 * One line for each way to train, right ones first: mean, standard deviation and extremes of one net's accuracy on the
 * held-out digits; how many standard deviations the worst net is off (the lowest of a right way, the highest of another);
 * how many the mean of the law's nets is off its threshold, and the normal tail beyond.
 */
import { parseArgs } from 'node:util';
import { heldOut, training } from '../../assignments/05-deep-network/digits/digits.ts';
import { runsOf, type TrainingRuns } from '../../assignments/05-deep-network/digits/runs.ts';
import { parametersOf } from '../../assignments/05-deep-network/parameters.ts';
import { rulesOf } from '../../assignments/05-deep-network/rules.ts';
import { wrongTraining } from '../../assignments/05-deep-network/training/train/misconceptions.ts';
import { rightTraining } from '../../assignments/05-deep-network/training/train/right-training.ts';
import {
  type Batches,
  countUp,
  inSlices,
  type Train,
  trainingBy,
} from '../../assignments/05-deep-network/training/train/ways.ts';
import { createRng } from '../../reference/numerics/rng.ts';
import { standardUniform, xavierUniform } from '../../reference/weights/initializers.ts';

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

const rules = rulesOf(parametersOf());
const { relu, symmetric } = runsOf(parametersOf());
const trainBy = trainingBy(rules);
const inOrder: Batches = (n, batchSize) => inSlices(countUp(n), batchSize);
const withoutOptions = trainBy({ optionsOf: ({ learningRate }) => ({ learningRate }) });

const rows: readonly Row[] = [relu, symmetric].flatMap((runs) => {
  const row = (kind: string, name: string, way: Train): Row => ({
    name: `${runs.settings.activation} ${kind} ${name}`,
    way,
    runs,
  });
  const of = (kind: string, ways: Readonly<Record<string, Train>>): Row[] =>
    Object.entries(ways).map(([name, way]) => row(kind, name, way));
  return [
    row('right', 'reference', trainBy({})),
    ...of('right', rightTraining(rules)),
    row('other', 'no clipping, no L2', withoutOptions),
    ...of('wrong', wrongTraining(rules)),
    row('wrong', 'standard, in order', trainBy({ draw: () => standardUniform, batches: () => inOrder })),
    row('wrong', 'Xavier uniform, in order', trainBy({ draw: () => xavierUniform, batches: () => inOrder })),
  ];
});

const meanOf = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;

/** The decimal exponent of the normal tail beyond z, by its first asymptotic term, which is an upper bound. */
const tailExponent = (z: number): number => (-z * z * Math.LOG10E) / 2 - Math.log10(z * Math.sqrt(2 * Math.PI));

const seeds = Array.from({ length: Number(options.seeds) }, (_, i) => Number(options.first) + i);
for (const { name, way, runs } of rows.filter((row) => row.name.includes(options.only))) {
  const { settings, nets, threshold } = runs;
  const started = performance.now();
  const accuracies = seeds.map((seed) =>
    rules.accuracy(way(training, settings, createRng(seed)), settings.activation, heldOut),
  );
  const seconds = (performance.now() - started) / 1000 / seeds.length;
  const mean = meanOf(accuracies);
  const sd = Math.sqrt((meanOf(accuracies.map((x) => (x - mean) ** 2)) * seeds.length) / (seeds.length - 1));
  const [lowest, highest] = [Math.min(...accuracies), Math.max(...accuracies)];
  // Nets that all stay at chance do not differ.
  const spread = Math.max(sd, 1e-3);
  const distance = ((mean - threshold) * Math.sqrt(nets)) / spread;
  const columns = [
    name.padEnd(38),
    mean.toFixed(3),
    sd.toFixed(3),
    lowest.toFixed(3),
    highest.toFixed(3),
    ((mean < threshold ? highest - mean : mean - lowest) / spread).toFixed(1),
    `${distance.toFixed(1)} sd from ${threshold}`,
    `1e${Math.ceil(tailExponent(Math.abs(distance)))}`,
    `${seconds.toFixed(2)} s`,
  ];
  console.log(`| ${columns.join(' | ')} |`);
}
