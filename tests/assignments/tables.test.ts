import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lastLayers, saturationUnderL2 } from '../measure/tables.ts';

/** What `npm run measure -- tables` prints stands in the statements, in both languages. */
describe.each(['en', 'ru'])('the tables of nets in training, in %s', (language) => {
  const rowsIn = (slug: string): string => readFileSync(`assignments/${slug}/statement.${language}.md`, 'utf8');

  test('in 02 are those of the last hidden layer', () => {
    const text = rowsIn('02-saturation');
    for (const row of lastLayers()) expect(text).toContain(`| ${row} |`);
  }, 120_000);

  test('in 03 are those of saturation under L2', () => {
    const text = rowsIn('03-gradient-control');
    for (const row of saturationUnderL2()) expect(text).toContain(`| ${row} |`);
  }, 120_000);
});
