import { describe, expect, test } from 'vitest';
import type { Drawing } from '../../grader/kit.ts';
import { renderMermaid } from '../../grader/plot/mermaid.ts';

const drawing: Drawing & { title: string; alt: string } = {
  title: 'Fifty layers',
  alt: 'yours: from 1 to 0.0001; right: from 1 to 1.',
  x: { label: 'l', domain: [0, 50] },
  y: { label: 'E[a²]', domain: [1e-4, 10], scale: 'log' },
  series: [
    {
      label: 'yours',
      points: [
        [0, 1],
        [50, 1e-4],
      ].map(([x = 0, y = 0]) => [x, y]),
      style: 'solid',
    },
    {
      label: 'right',
      points: [
        [0, 1],
        [25, 1],
        [50, 1],
      ].map(([x = 0, y = 0]) => [x, y]),
      style: 'dashed',
    },
  ],
};

const valuesOf = (kind: string): number[] => {
  const [, values = ''] = new RegExp(`${kind} \\[(.*)\\]`).exec(renderMermaid(drawing)) ?? [];
  return values.split(', ').map(Number);
};

describe('a chart of Mermaid', () => {
  test('shows exponents where the axis is logarithmic', () => {
    expect(renderMermaid(drawing)).toContain('y-axis "log₁₀ E[a²]" -4 --> 1');
    expect(valuesOf('bar').at(0)).toBe(0);
    expect(valuesOf('bar').at(-1)).toBe(-4);
  });

  test('has values at equal distances for every series', () => {
    expect(valuesOf('bar')).toHaveLength(51);
    expect(valuesOf('line')).toEqual(Array.from({ length: 51 }, () => 0));
  });

  test('says to who cannot see it what is to be seen', () => {
    expect(renderMermaid(drawing)).toMatch(/^ {2}accTitle: Fifty layers\n {2}accDescr: yours: from 1 to 0.0001/m);
  });

  test('tells the series apart by their kind, and says which is which', () => {
    expect(renderMermaid(drawing)).toMatch(/▮ yours · ― right$/);
  });
});
