/**
 * How well `train` does on the digits of 05-deep-network, over many seeds: the figures of docs/digits.md.
 *
 *   node tests/measure/digits.mjs [--seeds N] [--first N] [--only relu|tanh]
 *
 * One line a way to train: accuracy on the held-out digits of one net (mean, standard deviation, extremes), and how far
 * the law's threshold is from the mean of the nets that it asks for.
 */

import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '20' },
    first: { type: 'string', default: '0' },
    only: { type: 'string' },
  },
});

const root = fileURLToPath(new URL('../../', import.meta.url));
const bundle = await build({
  absWorkingDir: root,
  entryPoints: [path.join(root, 'tests/measure/training-styles.ts')],
  bundle: true,
  write: false,
  platform: 'node',
  format: 'esm',
});
const { styles } = await import(
  `data:text/javascript;base64,${Buffer.from(bundle.outputFiles[0].text).toString('base64')}`
);

const seeds = Array.from({ length: Number(values.seeds) }, (_, i) => Number(values.first) + i);
for (const { name, nets, threshold, accuracyAt } of styles) {
  if (values.only !== undefined && !name.startsWith(values.only)) continue;
  const started = performance.now();
  const accuracies = seeds.map((seed) => accuracyAt(seed));
  const mean = accuracies.reduce((sum, x) => sum + x, 0) / seeds.length;
  const std = Math.sqrt(accuracies.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (seeds.length - 1));
  const seconds = (performance.now() - started) / 1000 / seeds.length;
  const distance = ((mean - threshold) * Math.sqrt(nets)) / std;
  console.log(
    [
      name.padEnd(42),
      `mean ${mean.toFixed(3)}`,
      `sd ${std.toFixed(3)}`,
      `min ${Math.min(...accuracies).toFixed(3)}`,
      `max ${Math.max(...accuracies).toFixed(3)}`,
      `mean of ${nets}: ${distance.toFixed(1)} sd from ${threshold}`,
      `${seconds.toFixed(2)} s a net`,
    ].join('  '),
  );
}
