import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadFolder, projectRoot } from '../../grader/load/assignment/grading.ts';
import { nabla } from '../cli/run-nabla.ts';
import { gradeFolder } from '../grade/grade-folder.ts';
import { type Style, submissionIn } from './backpropagation-submission.ts';
import { textOf } from './folders.ts';
import { variantsOf } from './making.ts';

const slug = '01-backpropagation';
const { folder, place, made } = variantsOf(slug);
const submissionOf = (style: Style): string => submissionIn(mkdtempSync(place('submission-')), style);
const run = (name: string, ...settings: readonly string[]) =>
  nabla(['variant', slug, '--out', folder, '--name', name, ...settings.flatMap((setting) => ['--set', setting])]);

async function graded(variant: string, submission: string, seed = 7) {
  const assignment = await loadFolder(projectRoot(), place(variant));
  return gradeFolder(assignment, submission, { seed });
}

const crossEntropy = {
  loss: 'binaryCrossEntropy',
  lossBody: 'return -t.reduce((s, p, i) => s + p * Math.log(y[i]) + (1 - p) * Math.log(1 - y[i]), 0) / t.length;',
  gradientBody: 'return t.map((p, i) => ((1 - p) / (1 - y[i]) - p / y[i]) / t.length);',
};
const ofTanh: Style = {
  name: 'tanh',
  activation: 'Math.tanh(z)',
  derivative: '1 - Math.tanh(z) ** 2',
  loss: 'squaredError',
  lossBody: 'return t.reduce((s, p, i) => s + (y[i] - p) ** 2, 0);',
  gradientBody: 'return t.map((p, i) => 2 * (y[i] - p));',
  isOutByIn: false,
};
const ofFormula: Style = {
  name: 'phi',
  activation: '0.5 + Math.atan(2 * z) / Math.PI',
  derivative: '2 / (Math.PI * (1 + 4 * z * z))',
  ...crossEntropy,
  isOutByIn: true,
};

beforeAll(async () => {
  const variants = {
    tanh: ['activation=tanh', 'loss=squared-error', 'orientation=in-by-out', 'reduction=sum'],
    formula: ['activation=0.5 + atan(2 * z) / pi'],
    bent: ['activation=2 * z / (1 + abs(z))', 'loss=half-squared-error'],
  };
  for (const [name, settings] of Object.entries(variants)) await made(name, ...settings);
});

describe('a right submission for a variant gets full points', () => {
  test.each([7, 8, 9])(
    'with tanh, the summed squared error and weights of fanIn × fanOut, at seed %i',
    async (seed) => {
      expect((await graded('tanh', submissionOf(ofTanh), seed)).points).toBe(100);
    },
  );

  test.each([7, 8])('with a formula between 0 and 1 and the cross-entropy, at seed %i', async (seed) => {
    expect((await graded('formula', submissionOf(ofFormula), seed)).points).toBe(100);
  });

  test('with a formula that is given by branches', async () => {
    const submission = submissionOf({
      name: 'phi',
      activation: 'z < 0 ? (2 * z) / (1 - z) : 2 - 2 / (1 + z)',
      derivative: 'z < 0 ? 2 / (1 - z) ** 2 : 2 / (1 + z) ** 2',
      loss: 'halfSquaredError',
      lossBody: 'return t.map((p, i) => (p - y[i]) ** 2 / 2).reduce((a, b) => a + b, 0) / t.length;',
      gradientBody: 'return y.map((q, i) => (q - t[i]) / t.length);',
      isOutByIn: true,
    });
    expect((await graded('bent', submission)).points).toBe(100);
  });
});

describe('what is wrong under the parameters of a variant', () => {
  const statusOf = async (style: Partial<Style>) => {
    const { tasks } = await graded('tanh', submissionOf({ ...ofTanh, ...style }));
    return Object.fromEntries(tasks.map((task) => [task.id, task]));
  };

  test('is the mean where the sum is asked for, and nothing else', async () => {
    const tasks = await statusOf({ lossBody: ofTanh.lossBody.replace(';', ' / t.length;') });
    const failed = Object.values(tasks).filter(({ status }) => status !== 'passed');
    expect(failed).toHaveLength(1);
    expect(failed[0]).toMatchObject({ id: 'squaredError', diagnosis: [{ misconception: 'loss-as-mean' }] });
  });

  test('are weights of fanOut × fanIn, in the forward pass and on the way back', async () => {
    const { forward, backward, squaredError, chainGradient } = await statusOf({ isOutByIn: true });
    expect([forward!.status, backward!.status]).toEqual(
      ['failed', 'failed'].map(() => expect.not.stringMatching('passed')),
    );
    expect([squaredError!.status, chainGradient!.status]).toEqual(['passed', 'passed']);
  });

  test("is the lecture's own slope, which is called by its name", async () => {
    const slope = '(1 / (1 + Math.exp(-z))) * (1 - 1 / (1 + Math.exp(-z)))';
    const { tanhDerivative, tanh } = await statusOf({ derivative: slope });
    expect(tanh!.status).toBe('passed');
    expect(tanhDerivative).toMatchObject({ status: 'failed', diagnosis: [{ misconception: 'slope-of-the-sigmoid' }] });
  });

  test('is a relative error of a millionth in a function of twelve digits', async () => {
    const { tanh } = await statusOf({ activation: 'Math.tanh(z) * (1 + 1e-6)' });
    expect(tanh!.status).toBe('failed');
  });
});

describe('the texts of a variant', () => {
  const files = ['statement.en.md', 'statement.ru.md', 'hints.en.md', 'hints.ru.md'];
  const read = (name: string, file: string): string => readFileSync(path.join(place(name), file), 'utf8');

  test('have the numbers of their own examples', () => {
    for (const file of files) {
      const text = read('tanh', file);
      // tanh(0.5); 2·tanh(0.5); δ_2 = 2(a − t)(1 − a²); in the hints tanh(1.5), each by hand.
      const own = ['[0.924234, 0.537883]', '(−0.255872, 0.745470)', '1.71954'];
      for (const number of ['0.462117', ...(file.startsWith('hints') ? ['0.905148'] : own)]) {
        expect(text).toContain(number);
      }
    }
  });

  test('speak of no sigmoid that is to be written, of no mean and of no cross-entropy', () => {
    const at = place('tanh');
    const shown = textOf(at).replace(/.*"misconceptions": \{.*?\n {2}\}/gs, '');
    expect(shown).not.toMatch(/`sigmoid|binaryCross|\\ln|\\frac\{1\}\{N\}|mean squared|sigmoid\.(?:ts|svg)|σ′|\{\{/);
    expect(readdirSync(path.join(at, 'src')).sort()).toEqual([
      'chain.ts',
      'loss.ts',
      'network.ts',
      'tanh.ts',
      'types.ts',
    ]);
    expect(readdirSync(path.join(at, 'pictures'))).toEqual(['tanh.svg']);
  });

  test('and a manifest that has what was made of a formula', () => {
    const { variant } = JSON.parse(read('bent', 'assignment.json'));
    expect(variant.parameters.activation).toBe('2 * z / (1 + abs(z))');
    expect(variant.formulas.activation.expression).toEqual(['/', ['*', 2, 'z'], ['+', 1, ['abs', 'z']]]);
    expect(read('bent', 'statement.ru.md')).toContain('\\left|z\\right|');
  });

  test('say how the weights lie', () => {
    expect(read('tanh', 'statement.en.md')).toContain('**fanIn × fanOut**');
    expect(read('tanh', 'src/types.ts')).toContain('z = Wᵀ·a + b: `weights` is fanIn × fanOut');
    expect(read('formula', 'src/types.ts')).toContain('z = W·a + b: `weights` is fanOut × fanIn');
  });

  test('name laws and misconceptions after what varies', () => {
    const words = (name: string) => JSON.parse(read(name, 'messages.en.json'));
    expect(Object.keys(words('tanh').laws)).toContain('tanh-symmetry');
    expect(Object.keys(words('formula').laws)).toEqual(expect.arrayContaining(['phi-symmetry', 'cross-entropy-slope']));
    expect(words('formula').laws['phi-symmetry']).toBe('φ(z) + φ(−z) is 1 for every z.');
    expect(Object.keys(words('tanh').misconceptions)).toEqual(
      expect.arrayContaining(['tanh-overflows', 'slope-is-the-tanh', 'backward-weights-transposed', 'loss-as-mean']),
    );
  });
});

describe('parameters that do not go together are refused with the reason:', () => {
  const refused: readonly [string, readonly string[], string][] = [
    ['the cross-entropy of tanh', ['activation=tanh'], 'choose loss=squared-error'],
    ['the cross-entropy of a formula', ['activation=2 / (1 + exp(-z))'], 'lie between 0 and 2'],
    ['the cross-entropy too close to its ends', ['activation=1 / (1 + exp(-3 * z))'], 'come as close to 0 or 1'],
    ['an exponential', ['activation=exp(z)', 'loss=squared-error'], 'overflows in nets of eight layers'],
    ['a cube', ['activation=z^3', 'loss=squared-error'], 'overflows in nets of eight layers'],
    ['a straight line', ['activation=0.5 * z', 'loss=squared-error'], 'is a straight line'],
    ['a slope that is too steep', ['activation=12 * tanh(2 * z)', 'loss=squared-error'], 'at most 24'],
    ['a slope that is too flat', ['activation=0.01 * tanh(z)', 'loss=squared-error'], 'at most 0.01'],
    ['values far from 0', ['activation=10 + tanh(z)', 'loss=squared-error'], 'stay far from 0'],
  ];
  test.each(refused)('%s', (_, settings, reason) => {
    const { status, stderr } = run('refused', ...settings);
    expect([status, stderr]).toEqual([2, expect.stringContaining(reason)]);
  });

  test('in Russian too', () => {
    const { stderr } = nabla(['variant', slug, '--out', folder, '--set', 'activation=tanh', '--lang', 'ru']);
    expect(stderr).toContain('бинарной кросс-энтропии нужны выходы от 0 до 1');
  });
});

describe('an activation that cannot be used is refused with one sentence, and leaves nothing behind:', () => {
  const wrong: readonly [what: string, activation: string, complaint: string][] = [
    ['a pole', '1/z', 'not finite at z = 0'],
    ['a step', 'sign(z)', 'is a step'],
    ['a kink', 'max(0, z)', 'no derivative at z = 0'],
    ['a constant', 'z - z', 'is constant'],
    ['a name that is not allowed', 'gamma(z)', 'the function "gamma" is not known'],
    ['another variable', 'tanh(x)', '"x" is not known'],
    ['code', 'import("fs")', 'the function "import" is not known'],
    ['a way to a constructor', 'z.constructor', 'not allowed'],
    ['a name with a slip', 'sigmod', 'Did you mean sigmoid?'],
  ];
  test.each(wrong)('%s', (_, activation, complaint) => {
    const before = readdirSync(folder).sort();
    const { status, stderr } = run('wrong', `activation=${activation}`);
    expect([status, stderr]).toEqual([2, expect.stringContaining(complaint)]);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(readdirSync(folder).sort()).toEqual(before);
  });
});
