import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { messagesIn, readAssignmentWords } from '../../grader/catalogue/catalogue.ts';
import { gradeSubmission } from '../../grader/cli/grade-submission.ts';
import { loadFolder, projectRoot } from '../../grader/load/grading.ts';
import { nabla } from '../cli/run-nabla.ts';
import { textOf } from './folders.ts';

const slug = '01-backpropagation';
const folder = mkdtempSync(path.join(tmpdir(), 'nabla-variant-01-'));

/** A right submission, written for any activation, with the squared error, summed, and W as fanIn × fanOut. */
const solution = (name: string, value: string, slope: string): Readonly<Record<string, string>> => ({
  [`${name}.ts`]: `export const ${name} = (z: number): number => ${value};
export const ${name}Derivative = (z: number): number => ${slope};\n`,
  'loss.ts': `export const squaredError = (targets: number[], predictions: number[]): number =>
  targets.reduce((sum, t, i) => sum + (predictions[i]! - t) ** 2, 0);
export const squaredErrorGradient = (targets: number[], predictions: number[]): number[] =>
  targets.map((t, i) => 2 * (predictions[i]! - t));\n`,
  'network.ts': `import { ${name} as f, ${name}Derivative as slope } from './${name}';
import { squaredErrorGradient } from './loss';
import type { ForwardPass, Layer } from './types';
export function forward(layers: Layer[], input: number[]): ForwardPass {
  const preactivations: number[][] = [];
  const activations = [input];
  for (const { weights, biases } of layers) {
    const a = activations.at(-1)!;
    const z = biases.map((b, j) => weights.reduce((sum, row, i) => sum + row[j]! * a[i]!, b));
    preactivations.push(z);
    activations.push(z.map(f));
  }
  return { preactivations, activations };
}
export function backward(layers: Layer[], pass: ForwardPass, targets: number[]): Layer[] {
  const gradients: Layer[] = [];
  let upstream = squaredErrorGradient(targets, pass.activations.at(-1)!);
  for (let l = layers.length - 1; l >= 0; l--) {
    const delta = upstream.map((u, j) => u * slope(pass.preactivations[l]![j]!));
    gradients.unshift({ weights: pass.activations[l]!.map((a) => delta.map((d) => a * d)), biases: delta });
    upstream = layers[l]!.weights.map((row) => row.reduce((sum, w, j) => sum + w * delta[j]!, 0));
  }
  return gradients;
}
export const gradientDescentStep = (layers: Layer[], gradients: Layer[], rate: number): Layer[] =>
  layers.map(({ weights, biases }, l) => ({
    weights: weights.map((row, i) => row.map((w, j) => w - rate * gradients[l]!.weights[i]![j]!)),
    biases: biases.map((b, j) => b - rate * gradients[l]!.biases[j]!),
  }));\n`,
  'chain.ts': `import { ${name} as f, ${name}Derivative as slope } from './${name}';
import type { Chain } from './types';
function pass({ weights, biases }: Chain, input: number): number[] {
  let a = input;
  return weights.map((w, i) => {
    const z = w * a + biases[i]!;
    a = f(z);
    return z;
  });
}
export const chainFactors = (chain: Chain, input: number): number[] =>
  pass(chain, input).slice(1).map((z, i) => slope(z) * chain.weights[i + 1]!);
export function chainGradient(chain: Chain, input: number, target: number): number {
  const z = pass(chain, input);
  const factors = chainFactors(chain, input).reduce((product, factor) => product * factor, 1);
  return 2 * (f(z.at(-1)!) - target) * factors * slope(z[0]!) * input;
}\n`,
});

async function graded(variant: string, files: Readonly<Record<string, string>>) {
  const submission = mkdtempSync(path.join(tmpdir(), 'nabla-solution-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(submission, name), text);
  const assignment = await loadFolder(projectRoot(), variant);
  const words = readAssignmentWords(variant, 'en');
  return gradeSubmission({
    assignment,
    submission,
    only: [],
    seed: 7,
    tier: 'local',
    messages: messagesIn('en'),
    words,
  });
}

const squared = ['loss=squared-error', 'orientation=in-by-out', 'reduction=sum'];

function made(name: string, ...settings: readonly string[]): string {
  const set = settings.flatMap((setting) => ['--set', setting]);
  const run = nabla(['variant', slug, ...set, '--out', folder, '--name', name]);
  expect([run.status, run.stderr]).toEqual([0, '']);
  return path.join(folder, name);
}

describe('a variant of 01', () => {
  test('with tanh, the squared error, its sum and W turned over grades what answers it with full points', async () => {
    const at = made('tanh', 'activation=tanh', ...squared);
    expect(readdirSync(path.join(at, 'src')).sort()).toEqual([
      'chain.ts',
      'loss.ts',
      'network.ts',
      'tanh.ts',
      'types.ts',
    ]);
    expect(textOf(at)).not.toMatch(/binaryCrossEntropy|`sigmoid|\{\{/);
    const result = await graded(at, solution('tanh', 'Math.tanh(z)', '1 - Math.tanh(z) ** 2'));
    expect(result.tasks.filter(({ status }) => status !== 'passed')).toEqual([]);
    expect(result.points).toBe(100);
  });

  test('with a formula carries what was made of it, and grades what answers it with full points', async () => {
    const at = made('formula', 'activation=z/(1+2abs(z))', ...squared);
    const { variant } = JSON.parse(readFileSync(path.join(at, 'assignment.json'), 'utf8'));
    expect(variant.parameters.activation).toBe('z / (1 + 2 abs(z))');
    expect(variant.formulas.activation.expression).toEqual(['/', 'z', ['+', 1, ['*', 2, ['abs', 'z']]]]);
    expect(readFileSync(path.join(at, 'statement.ru.md'), 'utf8')).toContain('\\left|z\\right|');
    const result = await graded(at, solution('phi', 'z / (1 + 2 * Math.abs(z))', '1 / (1 + 2 * Math.abs(z)) ** 2'));
    expect(result.tasks.filter(({ status }) => status !== 'passed')).toEqual([]);
    // The same answers are none to another variant.
    const other = await graded(path.join(folder, 'tanh'), solution('tanh', 'Math.atan(z)', '1 / (1 + z * z)'));
    expect(other.tasks.find(({ id }) => id === 'tanh')?.status).toBe('failed');
  });
});

describe('a formula or a choice that cannot be used is refused with one sentence, and leaves nothing behind:', () => {
  const wrong: readonly [what: string, settings: readonly string[], complaint: string][] = [
    ['a pole', ['activation=1/z'], 'not finite at z = 0'],
    ['a step', ['activation=sign(z)'], 'is a step'],
    ['a kink', ['activation=max(0, z)'], 'no derivative at z = 0'],
    ['a constant', ['activation=z - z'], 'is constant'],
    ['a name that is not allowed', ['activation=gamma(z)'], 'the function "gamma" is not known'],
    ['another variable', ['activation=tanh(x)'], '"x" is not known'],
    ['code', ['activation=import("fs")'], 'not known'],
    ['a property', ['activation=z.constructor("return process")()'], 'not'],
    ['a name with a slip', ['activation=sigmod'], 'Did you mean sigmoid?'],
    [
      'an activation and a loss that do not go together',
      ['activation=tanh', 'loss=binary-cross-entropy'],
      'squared-error',
    ],
  ];
  const empty = path.join(folder, 'empty');
  mkdirSync(empty);
  test.each(wrong)('%s', (_, settings, complaint) => {
    const set = settings.flatMap((setting) => ['--set', setting]);
    const run = nabla(['variant', slug, ...set, '--out', empty]);
    expect([run.status, run.stderr]).toEqual([2, expect.stringContaining(complaint)]);
    expect(run.stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(readdirSync(empty)).toEqual([]);
  });
});
