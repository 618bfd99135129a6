/**
 * How well nets do on the digits under every parameter of a variant of 05-deep-network that their accuracy depends on:
 * writes assignments/05-deep-network/digits/measured.json, which the thresholds are derived from.
 *
 *   npm run measure -- digits-grid [--only TEXT] [--again] [--shard I/N]
 *
 * Some hours of processor time. It can be stopped and goes on where it was; rows whose settings have changed are measured
 * again. Prints the table of docs/digits.md.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { digitsOf } from '../../assignments/05-deep-network/digits/digits.ts';
import {
  areToldApart,
  isLearned,
  reluSettings,
  runsOf,
  symmetricSettings,
} from '../../assignments/05-deep-network/digits/runs.ts';
import { type Accuracies, keyOf, type Measured } from '../../assignments/05-deep-network/digits/thresholds.ts';
import { grid, type Parameters, parametersOf } from '../../assignments/05-deep-network/parameters.ts';
import { type Rules, rulesOf } from '../../assignments/05-deep-network/rules.ts';
import { withReplacement, wrongTraining } from '../../assignments/05-deep-network/training/train/misconceptions.ts';
import { type Train, trainingBy } from '../../assignments/05-deep-network/training/train/ways.ts';
import type { TrainingSettings } from '../../reference/nets/training.ts';
import { createRng } from '../../reference/numerics/rng.ts';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    again: { type: 'boolean', default: false },
    shard: { type: 'string', default: '1/1' },
    out: { type: 'string', default: 'assignments/05-deep-network/digits/measured.json' },
  },
});

/** How often each way is tried. The thresholds of the lecture's own nets have been chosen by hand, and stand closer. */
const seeds = { lecture: 200, reference: 40, right: 20, wrong: 24, atChance: 8 };

interface Row {
  readonly key: string;
  readonly parameters: Parameters;
  readonly settings: TrainingSettings<string>;
}

function rowsOf(): readonly Row[] {
  const rows = new Map<string, Row>();
  for (const depth of grid.depth)
    for (const width of grid.width)
      for (const clipping of grid.clipping)
        for (const classes of grid.classes)
          for (const symmetric of grid.symmetric) {
            const parameters = parametersOf({ clipping, classes, depth, width, symmetric });
            if (!isLearned(parameters)) continue;
            for (const settings of [reluSettings(parameters), symmetricSettings(parameters)]) {
              const key = keyOf(settings);
              if (!rows.has(key)) rows.set(key, { key, parameters, settings });
            }
          }
  return [...rows.values()];
}

/**
 * The ways that are hardest to keep apart. Three of them are no longer right, but the thresholds are still as far from them:
 * the accuracy is not what tells them.
 */
function waysOf(rules: Rules, activation: string) {
  const wrong: Readonly<Record<string, Train>> = wrongTraining(rules);
  const right = {
    'normal-in-order': wrong['not-shuffled']!,
    'uniform-with-replacement': trainingBy(rules)({ draw: ({ uniform }) => uniform, batches: () => withReplacement }),
    'quiet-output': wrong['last-layer-ten-times-smaller']!,
  };
  const chosen =
    activation === 'relu'
      ? ['standard-initialization', 'clipping-not-passed-on']
      : ['standard-initialization', 'one-batch-for-all'];
  return {
    right: { reference: trainingBy(rules)({}), ...right },
    wrong: Object.fromEntries(chosen.flatMap((name) => (wrong[name] === undefined ? [] : [[name, wrong[name]]]))),
  };
}

const rounded = (x: number): number => Number(x.toFixed(4));

/** A net does not count as worse than `least`: whether it has broken down says nothing about those that do well. */
function accuraciesOf({ parameters, settings }: Row, rules: Rules, way: Train, count: number, least = 0): Accuracies {
  const { training, heldOut } = digitsOf(parameters);
  const all = Array.from({ length: count }, (_, seed) =>
    Math.max(least, rules.accuracy(way(training, settings, createRng(seed)), settings.activation, heldOut)),
  );
  const mean = all.reduce((sum, x) => sum + x, 0) / count;
  const sd = Math.sqrt(all.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (count - 1));
  const [lowest, highest] = [Math.min(...all), Math.max(...all)];
  return { seeds: count, ...mapNumbers({ mean, sd, lowest, highest }) };
}

const mapNumbers = <T extends Readonly<Record<string, number>>>(values: T): T =>
  Object.fromEntries(Object.entries(values).map(([key, x]) => [key, rounded(x)])) as T;

function measure(row: Row, before: Measured | undefined): Measured {
  const rules = rulesOf(row.parameters);
  const { right, wrong } = waysOf(rules, row.settings.activation);
  const all = (role: 'right' | 'wrong', ways: Readonly<Record<string, Train>>, least?: number) =>
    Object.fromEntries(
      Object.entries(ways).map(([name, way]) => {
        const count = countOf(role, name, row);
        const known = before?.[role][name];
        return [name, known?.seeds === count ? known : accuraciesOf(row, rules, way, count, least)];
      }),
    );
  return {
    settings: row.settings,
    right: all('right', right),
    wrong: all('wrong', wrong, 1 / row.settings.classes),
  };
}

const lectures = new Set([reluSettings, symmetricSettings].map((settingsOf) => keyOf(settingsOf(parametersOf()))));

/** Nets of ReLU that start wrong, or that are lost, all stay at chance. */
function countOf(role: 'right' | 'wrong', name: string, { key, settings }: Row): number {
  if (role === 'right') return name !== 'reference' ? seeds.right : lectures.has(key) ? seeds.lecture : seeds.reference;
  return settings.activation === 'relu' ? seeds.atChance : seeds.wrong;
}

type Table = Readonly<Record<string, Measured>>;
const read = (): Table => (existsSync(options.out) ? JSON.parse(readFileSync(options.out, 'utf8')) : {});

/** Read again before it is written: several shards may be at work. */
function save(key: string, measured: Measured, order: readonly string[]): void {
  const table: Table = { ...read(), [key]: measured };
  const kept = order.flatMap((name) => (table[name] === undefined ? [] : [[name, table[name]]]));
  const temporary = `${options.out}.${process.pid}`;
  writeFileSync(temporary, `${JSON.stringify(Object.fromEntries(kept), null, 1)}\n`);
  renameSync(temporary, options.out);
}

const rows = rowsOf();
const [shard = 1, shards = 1] = options.shard.split('/').map(Number);
for (const [i, row] of rows.entries()) {
  if (i % shards !== shard - 1 || !row.key.includes(options.only)) continue;
  const before = read()[row.key];
  const isKnown = !options.again && JSON.stringify(before?.settings) === JSON.stringify(row.settings);
  const measured = measure(row, isKnown ? before : undefined);
  if (JSON.stringify(measured) !== JSON.stringify(before))
    save(
      row.key,
      measured,
      rows.map(({ key }) => key),
    );
  console.error(row.key);
}

const range = (values: readonly number[], digits: number): string =>
  [...new Set([Math.min(...values), Math.max(...values)].map((x) => x.toFixed(digits)))].join(' … ');

/** One line for the nets of one kind that can be graded by, whatever their depth and width. */
function printSummary(): void {
  const table = read();
  const groups = new Map<string, Row[]>();
  for (const row of rows.filter(({ key }) => table[key] !== undefined)) {
    const { parameters, settings } = row;
    const nets = settings.activation === 'relu' ? 'ReLU' : 'tanh, arctan';
    const name = [nets, parameters.clipping, parameters.classes].join(' | ');
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  console.log('| nets of | clipping | digits | settings | mean | lowest net | nets | threshold | distance |');
  console.log('| --- | --- | --- | --- | --- | --- | --- | --- | --- |');
  for (const [name, group] of groups) {
    const gradable = group.filter(({ parameters }) => areToldApart(parameters));
    const all = gradable.map(({ key, parameters }) => {
      const { relu, symmetric } = runsOf(parameters);
      const { nets, threshold, measured } = [relu, symmetric].find(({ settings }) => keyOf(settings) === key)!;
      const { mean, sd, lowest } = measured.right['reference']!;
      return { nets, threshold, mean, lowest, distance: ((mean - threshold) / sd) * Math.sqrt(nets) };
    });
    const column = (key: keyof (typeof all)[number], digits = 2): string =>
      range(
        all.map((row) => row[key]),
        digits,
      );
    const columns = [column('mean'), column('lowest'), column('nets', 0), column('threshold'), column('distance', 1)];
    console.log(`| ${[name, all.length, ...columns].join(' | ')} |`);
  }
}

printSummary();
