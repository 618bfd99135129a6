import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { recurrentOf } from '../../assignments/03-gradient-control/recurrent/activation.ts';
import { readFormula } from '../../grader/variant/formula/read-formula.ts';
import { textOf } from './folders.ts';
import { graded, manifestOf, variantsOf } from './making.ts';

const { made, refusal, submission } = variantsOf('03-gradient-control');
const base = path.resolve('assignments/03-gradient-control');
const drawn = (at: string): string => readFileSync(path.join(at, 'pictures/clipping.svg'), 'utf8');

/** Clipping by a norm that is put in its place. */
const clipping = (norm: string): string => `
  export const clipByValue = (g: number[], c: number): number[] => g.map((v) => Math.min(Math.max(v, -c), c));
  export const clipByNorm = (g: number[], maxNorm: number): number[] => clipByGlobalNorm([g], maxNorm)[0];
  export function clipByGlobalNorm(gs: number[][], maxNorm: number): number[][] {
    const sizes = gs.flat().map(Math.abs);
    const norm = ${norm};
    return gs.map((g) => g.map((v) => (norm > maxNorm ? v * (maxNorm / norm) : v)));
  }`;
const sum = 'sizes.reduce((total, v) => total + v, 0)';

describe('a variant of 03 that clips by another norm', () => {
  const norms = [
    ['l1', '\\textstyle\\sum_i |g_i|', 'of norm 7', sum, ['norm-l1', 'global-sum-of-norms', 'global-l1']],
    ['max', '\\max_i |g_i|', 'of norm 4', 'Math.max(...sizes)', ['norm-maximum', 'global-largest-norm']],
  ] as const;

  test.each(norms)('%s has its formula, its numbers and its picture', async (norm, formula, worked, _, right) => {
    const at = await made(norm, `norm=${norm}`);
    const text = textOf(at);
    expect(text).toContain(formula);
    expect(text).toContain(worked);
    expect(text).not.toMatch(/√\(9 \+|Σ g_i²|the root is missing|\{\{/);
    expect(drawn(at)).not.toBe(drawn(base));
    expect(manifestOf(at).variant.leftOut).toEqual(expect.arrayContaining(right as unknown as string[]));
    expect(text).toContain('"norm-l2"');
  });

  test.each(norms)('%s is graded by it, and the root of squares is called by its name', async (norm, _, __, code) => {
    const at = await made(`graded-${norm}`, `norm=${norm}`);
    const { result } = await graded(at, submission(`right-${norm}`, { 'clipping.ts': clipping(code) }));
    expect(result.points).toBe(100);
    const other = await graded(at, submission(`l2-for-${norm}`, {}));
    // Clipping by norm calls the other function there, which it is not declared to stand on: nothing stands in for it.
    expect(other.status).toMatchObject({ clipByValue: 'passed', clipByNorm: 'failed', clipByGlobalNorm: 'failed' });
    const global = other.result.tasks.find(({ id }) => id === 'clipByGlobalNorm');
    expect(global!.diagnosis).toMatchObject([{ misconception: 'global-l2' }, { variant: expect.any(String) }]);
  });
});

const unrolled = (slope: string): string => `
  export function unrolledGradients(w: number[][], states: number[][], output: number[]): number[][] {
    const gradients = [output];
    for (let t = states.length - 1; t > 0; t--) {
      const delta = states[t].map((h, j) => (${slope}) * gradients[0][j]);
      gradients.unshift(delta.map((_, i) => delta.reduce((total, d, j) => total + w[j][i] * d, 0)));
    }
    return gradients;
  }`;

describe('a variant of 03 with another recurrent net', () => {
  const nets = [
    ['sigmoid', 'h * (1 - h)', 'h_t(1 - h_t) \\odot', '0.16 · 1, 0.25 · (−1)'],
    ['relu', 'h > 0 ? 1 : 0', '[h_t > 0] \\odot', '1 · 1, 0 · (−1)'],
    ['softsign', '(1 - Math.abs(h)) ** 2', '(1 - |h_t|)^2 \\odot', '0.04 · 1, 1 · (−1)'],
    ['arctan', 'Math.cos(h) ** 2', '\\cos^2 h_t \\odot', '0.4854 · 1, 1 · (−1)'],
    ['1.5 * tanh(0.8 z)', '1.2 * (1 - (h / 1.5) ** 2)', '1.2\\,(1 - (h_t/1.5)^2) \\odot', '0.432 · 1, 1.2 · (−1)'],
    [
      '0.6 z / sqrt(1 + 2 z^2)',
      '0.6 * (1 - 2 * (h / 0.6) ** 2) ** 1.5',
      '(1 - 2(h_t/0.6)^2)^{3/2} \\odot',
      'h_3 = (0.34',
    ],
  ] as const;

  test.each(nets)(
    'of %s has its slope in terms of a state, and is graded by it',
    async (net, slope, formula, worked) => {
      const name = net.replaceAll(/[^a-z]/g, '');
      const at = await made(name, `recurrentActivation=${net}`);
      const text = textOf(at);
      expect(text).toContain(formula);
      expect(text).toContain(worked);
      expect(text).not.toMatch(/\(1 - h_t\^2\)|artanh|\{\{[#/]|\{\{\w{2,}\}\}/);
      const { result } = await graded(at, submission(`right-${name}`, { 'recurrent.ts': unrolled(slope) }));
      expect(result.points).toBe(100);
    },
  );

  test("names the rule of tanh to who takes it for the sigmoid's", async () => {
    const at = await made('rule', 'recurrentActivation=sigmoid');
    const { result, status } = await graded(at, submission('rule-of-tanh', {}));
    expect(status).toMatchObject({ unrolledGradients: 'failed', clipByGlobalNorm: 'passed' });
    expect(result.tasks.find(({ id }) => id === 'unrolledGradients')!.diagnosis).toEqual([
      { agrees: 'everywhere', misconception: 'unrolled-slope-of-tanh', title: '1 − h²: the rule of tanh' },
    ]);
  });

  test('refuses an activation whose slope no state tells', () => {
    const args = (formula: string) => ['--set', `recurrentActivation=${formula}`];
    for (const formula of ['sin(z)', 'z', 'tanh(z) / 2 + atan(z)', 'log(1 + exp(z))']) {
      expect(refusal(args(formula), 'en')).toContain('only states are given');
      expect(refusal(args(formula), 'ru')).toContain('даны только состояния');
    }
  });
});

describe('the states of a recurrent net with any formula', () => {
  const sizes = Array.from({ length: 40 }, (_, k) => Math.round(50 + 5 * k) / 100);
  const formulas = sizes.flatMap((A) => [
    `${A} / (1 + exp(-1.3 * z))`,
    `${A} * tanh(0.8 * z)`,
    `${A} * z / sqrt(1 + 0.7 * z^2)`,
    `${A} * atan(1.1 * z)`,
  ]);

  test('stay off its ends, where a slope of 0 is a rounding of any size', () => {
    const atAnEnd = formulas.filter((source) => {
      const choice = readFormula(source, { names: ['tanh', 'sigmoid', 'arctan', 'softsign'], isSmooth: true });
      const { bounds, states } = recurrentOf(choice as Parameters<typeof recurrentOf>[0]);
      const [lower, upper] = bounds;
      const room = 0.005 * (upper - lower);
      return !states.saturated.every((h) => h >= lower + 0.9 * room && h <= upper - 0.9 * room);
    });
    expect(formulas).toHaveLength(160);
    expect(atAnEnd).toEqual([]);
  });
});
