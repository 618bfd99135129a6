import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { digitsOf } from '../../assignments/05-deep-network/digits/digits.ts';
import { type Parameters, parametersOf } from '../../assignments/05-deep-network/parameters.ts';
import { rulesOf } from '../../assignments/05-deep-network/rules.ts';
import { trainFast } from '../../assignments/05-deep-network/training/train/fast-training.ts';
import { trainingBy } from '../../assignments/05-deep-network/training/train/ways.ts';
import { variant } from '../../assignments/05-deep-network/variant.ts';
import { importBuilt } from '../../grader/load/assignment/built.ts';
import { gradingUnder, projectRoot } from '../../grader/load/assignment/grading.ts';
import { renderPicture } from '../../grader/plot/plot.ts';
import { renderVariant } from '../../grader/variant/render.ts';
import type { BuiltTexts } from '../../grader/variant/rendering.ts';
import { scopeOf } from '../../grader/worked/scope.ts';
import { activationOf, type Formula } from '../../reference/activations/activation-choice.ts';
import { asVectors, permutation } from '../../reference/nets/training.ts';
import { createRng } from '../../reference/numerics/rng.ts';
import { xavierNormal } from '../../reference/weights/initializers.ts';
import { graded } from './making.ts';

const slug = '05-deep-network';
const root = projectRoot();

const formula: Formula = {
  source: '0.9 * atan(1.1 * z)',
  expression: ['*', 0.9, ['atan', ['*', 1.1, 'z']]],
  tex: '0.9\\arctan(1.1z)',
  derivativeTex: '\\frac{0.99}{1 + 1.21z^2}',
  text: '0.9·atan(1.1·z)',
  derivativeText: '0.99 / (1 + 1.21·z²)',
  limit: 1e4,
  range: [-0.9 * (Math.PI / 2), 0.9 * (Math.PI / 2)],
};

describe('the ways to train that are measured', () => {
  const short = { hiddenSizes: [7, 5, 6], classes: 10, epochs: 2, batchSize: 32, learningRate: 0.2, l2: 0.01 };
  const { training } = digitsOf(parametersOf());

  test.each([
    ['norm', { clipping: 'norm' }, { maxNorm: 0.3 }],
    ['value', { clipping: 'value', penalty: 'whole' }, { limit: 0.02 }],
    ['none', { clipping: 'none', symmetric: 'arctan' }, {}],
  ] as const)('give what the reference gives, to the bit: %s', (_, given, options) => {
    const rules = rulesOf(parametersOf(given));
    for (const activation of ['relu', rules.phis.symmetric.name]) {
      const run = { ...short, ...options, activation };
      expect(trainingBy(rules)({})(training, run, createRng(5))).toEqual(rules.train(training, run, createRng(5)));
    }
  });
});

describe('a shuffle', () => {
  const usual = digitsOf(parametersOf({ classes: 8 }));
  const shuffled = digitsOf(parametersOf({ classes: 8, shuffle: 3 }));

  test('gives pixels and labels another place, the same in all images', () => {
    const rng = createRng(3);
    const [pixels, labels] = [permutation(49, rng), permutation(8, rng)];
    for (const [before, after] of [
      [usual.training, shuffled.training],
      [usual.heldOut, shuffled.heldOut],
    ] as const) {
      expect(after.labels).toEqual(before.labels.map((label) => labels[label]));
      expect(after.inputs).toEqual(before.inputs.map((image) => pixels.map((i) => image[i])));
    }
    expect(shuffled.training.inputs).not.toEqual(usual.training.inputs);
  });

  test('changes nothing for a net whose weights are drawn in the other order', () => {
    const { phis } = rulesOf(parametersOf());
    const rng = createRng(3);
    const [pixels, labels] = [permutation(49, rng), permutation(8, rng)];
    const run = {
      sizes: [49, 6, 5, 8],
      phi: phis.symmetric,
      batches: () => [0, 1, 2, 3, 4].map((k) => ({ inputs: [k, k + 40, k + 80], labels: [k, k + 40, k + 80] })),
      epochs: 3,
      options: () => ({ learningRate: 0.3, maxNorm: 0.5, l2: 0.01 }),
    };
    const first = trainFast(usual.training, { ...run, draw: () => xavierNormal }, createRng(1));
    const second = trainFast(
      shuffled.training,
      {
        ...run,
        draw: () => (fanIn, fanOut, stream) => {
          const drawn = xavierNormal(fanIn, fanOut, stream);
          const columns = fanIn === 49 ? drawn.map((row) => pixels.map((i) => row[i]!)) : drawn;
          return fanOut === 8 ? columns.map((_, k) => columns[labels.indexOf(k)]!) : columns;
        },
      },
      createRng(1),
    );
    const back = second.map(({ weights, biases }, l) => {
      const rows = l === 2 ? labels.map((k) => weights[k]!) : weights;
      return {
        weights: l === 0 ? rows.map((row) => row.map((_, i) => row[pixels.indexOf(i)]!)) : rows,
        biases: l === 2 ? labels.map((k) => biases[k]!) : biases,
      };
    });
    const expected = asVectors(first).flat();
    for (const [i, value] of asVectors(back).flat().entries()) expect(value).toBeCloseTo(expected[i]!, 10);
  });
});

async function filesOf(given: Partial<Parameters>, formulas: Readonly<Record<string, Formula>> = {}) {
  const under = { ...given, ...formulas } as Record<string, unknown>;
  const grading = await gradingUnder(root, slug, under);
  const { laws, misconceptions } = grading;
  const { variant: texts, templates } = (await importBuilt(root, 'variants', slug)) as BuiltTexts;
  return renderVariant({
    folder: path.join(root, 'assignments', slug),
    texts,
    templates,
    parameters: under,
    variant: { id: '00000000', parameters: { ...parametersOf(given) }, formulas: { ...formulas } },
    laws: laws.map(({ id }) => id),
    misconceptions: misconceptions.map(({ id }) => id),
    functions: scopeOf(grading),
    draw: renderPicture,
  });
}

const rendered = async (given: Partial<Parameters>): Promise<string> =>
  (await filesOf(given))
    .filter(({ name }) => name !== 'assignment.json')
    .map(({ name, content }) => `${name}\n${String(content)}`)
    .join('\n');

/** A variant in a folder of its own, unproved: that takes a minute, and `npm run measure -- variants` does it. */
async function written(given: Partial<Parameters>, formulas: Readonly<Record<string, Formula>>): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'nabla-05-'));
  for (const { name, content } of await filesOf(given, formulas)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

describe("the lecture's right submission, handed in for a variant,", () => {
  test('is told which activation it answers', async () => {
    const at = await written({ activation: formula.source as Parameters['activation'] }, { activation: formula });
    const submission = path.resolve('tests/submissions', slug, 'right-loops');
    const { result } = await graded(at, submission, ['lossAndGradients']);
    const task = result.tasks.find(({ id }) => id === 'lossAndGradients');
    expect(task).toMatchObject({ status: 'failed', points: 0 });
    expect(task!.diagnosis!.map(({ title }) => title)).toEqual([
      `this is correct for the variant with activation = sigmoid, but yours has activation = ${formula.source}`,
    ]);
  });
});

describe('the texts of a variant', () => {
  test('speak of nothing that it has not', async () => {
    const text = await rendered({
      activation: formula,
      symmetric: 'arctan',
      depth: 16,
      width: 28,
      classes: 8,
      clipping: 'value',
      penalty: 'whole',
      shuffle: 4,
    });
    expect(text).toContain("export type Activation = 'phi' | 'arctan' | 'relu';");
    expect(text).toContain("`'phi'` stands for $0.9\\arctan(1.1z)$.");
    expect(text).toContain('learns-digits-with-arctan');
    expect(text).toContain('| arctan | 10 of 16 | 20 | 10 | 0.05 | `limit: 0.1`, `l2: 0.00005` | 3 |');
    expect(text).toContain('<title id="title">std(a) in sixteen hidden layers</title>');
    // 2·λ·w of the example's first row, by hand: 1 − 0.5·(−0.465431 + 0.2·1), −1 − 0.5·(−0.232715 + 0.2·(−1)).
    expect(text).toContain('| `l2: 0.1` | (1.132715, −0.783642) |');
    expect(text).not.toMatch(/\{\{|sigmoid|tanh|maxNorm|eighteen|восемнадц|\\frac\{\\lambda\}\{2\}|l2\/2|fifty|ln 10/);
  });

  test('have no clipping where there is none', async () => {
    const text = await rendered({ clipping: 'none', classes: 5, depth: 16 });
    expect(text).toContain('a net of ten hidden layers that learns to read handwritten digits from 0 to 4.');
    expect(text).toContain('2. **The step.**');
    // The limit of a uniform is another.
    expect(text.replaceAll(/\[0, limit\)|std-taken-for-limit/g, '')).not.toMatch(
      /maxNorm|\blimit\b|clip|Pascanu|ограничени/i,
    );
  });
});

describe('parameters that do not go together', () => {
  const withExpression = (expression: Formula['expression'], range: Formula['range']): Parameters['activation'] => ({
    ...formula,
    expression,
    range,
  });
  test.each([
    ['fourteen layers without clipping', { clipping: 'none', depth: 20 }, 'depth=16'],
    ['five digits and arctan without clipping', { clipping: 'none', classes: 5, symmetric: 'arctan' }, 'too near'],
    ['one function twice', { activation: 'arctan', symmetric: 'arctan' }, 'the same function'],
    [
      'what is large',
      { activation: withExpression(['+', 1000, ['tanh', 'z']], [999, 1001]) },
      'nine layers of it explode',
    ],
    [
      'what hardly changes',
      { activation: withExpression(['+', 1, ['*', 0.02, ['tanh', 'z']]], [0.98, 1.02]) },
      'few digits',
    ],
    ['what is a step, all but', { activation: withExpression(['tanh', ['*', 40, 'z']], [-1, 1]) }, 'bends so sharply'],
  ] as const)('are refused with the reason: %s', (_, given, reason) => {
    expect(variant.problem!(given as Partial<Parameters>, 'en')).toContain(reason);
    expect(variant.problem!(given as Partial<Parameters>, 'ru')).toMatch(/[а-яё]/);
  });

  test('are few: a formula goes with the lecture’s own', () => {
    expect(variant.problem!({ activation: formula }, 'en')).toBeUndefined();
    expect(activationOf(formula).name).toBe('phi');
    expect(readFileSync(path.join(root, 'assignments', slug, 'variant.schema.json'), 'utf8')).toContain(
      '"draws": "any"',
    );
  });
});
