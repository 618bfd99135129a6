import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { classes, heldOut, training } from '../../assignments/05-deep-network/digits/digits.ts';
import { runsOf } from '../../assignments/05-deep-network/digits/runs.ts';
import { parametersOf } from '../../assignments/05-deep-network/parameters.ts';

const { relu: reluRuns, symmetric: tanhRuns } = runsOf(parametersOf());
const folder = 'assignments/05-deep-network';
const read = (name: string): string => readFileSync(`${folder}/${name}`, 'utf8');

describe('the digits', () => {
  test.each([
    ['to train on', training, 50],
    ['held out', heldOut, 100],
  ] as const)('%s are as many of each', (_, { inputs, labels }, perClass) => {
    expect(inputs).toHaveLength(classes * perClass);
    for (let digit = 0; digit < classes; digit++) {
      expect(labels.filter((label) => label === digit)).toHaveLength(perClass);
    }
  });

  test('to train on have mean 0 and variance 1', () => {
    const all = training.inputs.flat();
    const mean = all.reduce((sum, x) => sum + x, 0) / all.length;
    expect(mean).toBeCloseTo(0, 2);
    expect(all.reduce((sum, x) => sum + (x - mean) ** 2, 0) / all.length).toBeCloseTo(1, 2);
  });

  test('are not in both sets', () => {
    const known = new Set(training.inputs.map(String));
    expect(heldOut.inputs.filter((image) => known.has(String(image)))).toEqual([]);
  });

  test('do not come one of each in a batch, where Xavier would do for ReLU too', () => {
    const batch = reluRuns.settings.batchSize;
    const full = training.labels.filter(
      (_, n) => n % batch === 0 && new Set(training.labels.slice(n, n + batch)).size === classes,
    );
    expect(full).toEqual([]);
  });
});

describe('what students are told of the training', () => {
  test.each(['en', 'ru'])('is what is graded (%s)', (language) => {
    const { laws } = JSON.parse(read(`messages.${language}.json`)) as { laws: Record<string, string> };
    const statement = read(`statement.${language}.md`);
    for (const [activation, { settings, nets, threshold }] of [
      ['tanh', tanhRuns],
      ['ReLU', reluRuns],
    ] as const) {
      expect(laws[`learns-digits-with-${settings.activation}`]).toContain(`${Math.round(100 * threshold)} %`);
      const row = statement.split('\n').findLast((line) => line.startsWith(`| ${activation} |`));
      const { epochs, batchSize, learningRate, hiddenSizes } = settings;
      expect(row).toMatch(new RegExp(`\\| ${hiddenSizes.length} (?:of|по) ${hiddenSizes[0]} \\|`));
      expect(row).toContain(`| ${epochs} | ${batchSize} | ${learningRate} |`);
      expect(row).toContain(`| ${nets} | ${threshold} |`);
    }
  });
});
