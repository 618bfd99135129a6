import { describe, expect, test } from 'vitest';
import { isLong } from '../long.ts';
import { textOf } from './folders.ts';
import { variantsOf } from './making.ts';

/** What the other tests of variants make unproved; the first of each assignment is always proved. */
const settings: Readonly<Record<string, readonly (readonly string[])[]>> = {
  '01-backpropagation': [
    ['activation=tanh', 'loss=squared-error', 'orientation=in-by-out', 'reduction=sum'],
    ['activation=0.5 + atan(2 * z) / pi'],
    ['activation=2 * z / (1 + abs(z))', 'loss=half-squared-error'],
    ['activation=tanh', 'loss=squared-error'],
  ],
  '02-saturation': [
    ['second=lecun-tanh'],
    ['second=softsign', 'threshold=0.05'],
    ['first=tanh', 'second=0.9 * atan(1.1 z)'],
    ['first=0.7 / (1 + exp(-z))', 'second=1.2 z / sqrt(1 + 0.7 z^2)'],
    ['second=tanh(z) / 2 + 0.3 atan(z)'],
  ],
  '03-gradient-control': [
    ['leak=0.2'],
    ['norm=l1'],
    ['norm=max'],
    ['penalty=whole'],
    ['leak=0.3', 'penalty=whole'],
    ['recurrentActivation=sigmoid'],
    ['recurrentActivation=relu'],
    ['recurrentActivation=softsign'],
    ['recurrentActivation=arctan'],
    ['recurrentActivation=1.5 * tanh(0.8 z)'],
    ['recurrentActivation=0.6 z / sqrt(1 + 2 z^2)'],
  ],
  '04-initialization': [
    ['gainMode=fan-out'],
    ['xavierMode=fan-in', 'gainMode=fan-out', 'normal=truncated', 'standardLimit=0.8', 'depth=30'],
    ['activation=z / (1 + exp(-1.5 z))'],
    ['activation=tanh', 'depth=100'],
  ],
};

describe('the command proves a variant, and writes what is written unproved:', () => {
  for (const [slug, all] of Object.entries(settings)) {
    const { made, proved } = variantsOf(slug);
    for (const [at, one] of all.entries()) {
      test.skipIf(!isLong && at > 0)(`${slug}, ${one.join(', ')}`, async () => {
        expect(textOf(proved(`proved-${at}`, ...one).at)).toBe(textOf(await made(`unproved-${at}`, ...one)));
      });
    }
  }
});
