/**
 * How much of a signal thirty layers of ReLU let through, by the initialization: the figures of docs/digits.md.
 *
 *   npm run measure -- signal [N]
 *
 * The law's statistic, the logarithm of the geometric mean over its nets, N times for each initialization.
 */
import { digitsOf } from '../../assignments/05-deep-network/digits/digits.ts';
import { parametersOf } from '../../assignments/05-deep-network/parameters.ts';
import { rulesOf } from '../../assignments/05-deep-network/rules.ts';
import {
  logPassedOn,
  nets,
  settingsFor,
  someOf,
  threshold,
} from '../../assignments/05-deep-network/training/train/signal-law.ts';
import { trainingBy } from '../../assignments/05-deep-network/training/train/ways.ts';
import {
  heNormal,
  heUniform,
  type Initializer,
  standardUniform,
  xavierNormal,
  xavierUniform,
} from '../../reference/initializers.ts';
import { createRng } from '../../reference/rng.ts';

const times = Number(process.argv[2] ?? 40);
const data = someOf(digitsOf(parametersOf()));
const settings = settingsFor(parametersOf().classes);
const trainBy = trainingBy(rulesOf(parametersOf()));

const cutOff: Initializer = (...args) => heNormal(...args).map((row) => row.map((w) => 0.88 * w));

const initializers: Readonly<Record<string, Initializer>> = {
  'He, normal': heNormal,
  'He, uniform': heUniform,
  'He, std times 0.88': cutOff,
  'Xavier, uniform': xavierUniform,
  'Xavier, normal': xavierNormal,
  standard: standardUniform,
};

console.log(`asked for: ${Math.log(threshold).toFixed(1)}`);
for (const [name, initializer] of Object.entries(initializers)) {
  const draw = trainBy({ draw: () => initializer });
  const values = Array.from({ length: times }, (_, i) =>
    logPassedOn(
      Array.from({ length: nets }, (_, k) => draw(data, settings, createRng(nets * i + k))),
      data,
    ),
  );
  const mean = values.reduce((sum, x) => sum + x, 0) / times;
  const sd = Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (times - 1));
  const columns = [mean, sd, Math.min(...values), Math.max(...values)].map((x) => x.toFixed(2));
  console.log(`| ${name.padEnd(20)} | ${columns.join(' | ')} |`);
}
