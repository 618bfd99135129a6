import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadFolder, projectRoot } from '../../grader/load/assignment/grading.ts';
import type { Language } from '../../grader/load/assignment/manifest.ts';
import { nabla } from '../cli/run-nabla.ts';
import { gradeFolder } from '../grade/grade-folder.ts';
import { variantsOf } from './making.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'nabla-other-variant-'));

/** The lecture's right submission with some files over it, and without others. */
function submission(
  slug: string,
  files: Readonly<Record<string, string>> = {},
  remove: readonly string[] = [],
): string {
  const target = mkdtempSync(path.join(folder, 'submission-'));
  cpSync(path.resolve('tests/submissions', slug, 'right-textbook'), target, { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(target, file), text);
  for (const name of [...remove, 'expected.json']) rmSync(path.join(target, name), { force: true });
  return target;
}

async function graded(at: string, solution: string, only: readonly string[] = [], language: Language = 'en') {
  const assignment = await loadFolder(projectRoot(), at);
  const { tasks } = await gradeFolder(assignment, solution, { only, language });
  return Object.fromEntries(tasks.map((task) => [task.id, task]));
}

const third = '03-gradient-control';
const leaky = (slope: number, head = ''): string =>
  `${head}export const leakyRelu = (z: number): number => (z > 0 ? z : ${slope} * z);\n` +
  `export const leakyReluDerivative = (z: number): number => (z > 0 ? 1 : ${slope});\n`;
const answers = (theirs: string, ours: string) => ({
  variant: theirs,
  title: `this is correct for the variant with ${theirs}, but yours has ${ours}`,
});

const { made } = variantsOf(third);
const leakyAt = await made('leaky', 'leak=0.3');
const wholeAt = await made('whole', 'penalty=whole');
const scaledAt = await variantsOf('02-saturation').made('scaled', 'second=lecun-tanh');

describe('a right submission for another variant gets no points for what differs, and', () => {
  test('is told which variant it answers', async () => {
    const { leakyRelu, leakyReluDerivative, l2Penalty } = await graded(
      leakyAt,
      submission(third, { 'leaky-relu.ts': leaky(0.2) }),
    );
    for (const task of [leakyRelu, leakyReluDerivative]) {
      expect(task).toMatchObject({ status: 'failed', points: 0 });
      expect(task!.diagnosis).toEqual([answers('leak = 0.2', 'leak = 0.3')]);
    }
    expect(l2Penalty!.status).toBe('passed');
  });

  test('is told so in Russian', async () => {
    const solution = submission(third, { 'leaky-relu.ts': leaky(0.2) });
    const { leakyRelu } = await graded(leakyAt, solution, [], 'ru');
    expect(leakyRelu!.diagnosis![0]!.title).toBe('это ответ на вариант с leak = 0.2, а здесь leak = 0.3');
  });

  test('is told of both where a mistake gives the same answers, and all that differs is answered so', async () => {
    const both = (misconception: string) => [
      { misconception, title: expect.any(String), agrees: 'everywhere' },
      answers('penalty = half', 'penalty = whole'),
    ];
    const { l2Penalty, l2Gradient } = await graded(wholeAt, submission(third));
    expect(l2Penalty!.diagnosis).toEqual(both('penalty-with-half'));
    expect(l2Gradient!.diagnosis).toEqual(both('l2-gradient-halved'));
  });

  test('is told the same when a task is checked by itself', async () => {
    const solution = submission(third);
    const [all, one] = [await graded(wholeAt, solution), await graded(wholeAt, solution, ['l2Penalty'])];
    expect({ ...one['l2Penalty'], durationMs: 0 }).toEqual({ ...all['l2Penalty'], durationMs: 0 });
  });

  test('is told of the mistake alone where only one of the tasks is answered so', async () => {
    const regularization = readFileSync(
      path.resolve('tests/submissions', third, 'right-textbook/regularization.ts'),
      'utf8',
    );
    const doubled = regularization.replace(/lambda \* w\b/, '2 * lambda * w');
    expect(doubled).not.toBe(regularization);
    const { l2Penalty, l2Gradient } = await graded(wholeAt, submission(third, { 'regularization.ts': doubled }));
    expect(l2Gradient!.status).toBe('passed');
    expect(l2Penalty!.diagnosis).toMatchObject([{ misconception: 'penalty-with-half', agrees: 'everywhere' }]);
  });

  test('is told where it has the function that the other variant calls otherwise', async () => {
    const { relu, reluDerivative } = await graded(
      path.resolve('assignments', third),
      submission(third, { 'leaky-relu.ts': leaky(0.2) }, ['relu.ts']),
    );
    expect(relu).toMatchObject({
      status: 'missing',
      message:
        'There is no file relu.ts. leaky-relu.ts holds leakyRelu, which belongs to another variant of this assignment (leak).',
    });
    expect(reluDerivative!.message).toContain('leaky-relu.ts holds leakyReluDerivative');
  });

  test('is told the values where there is one such variant only', async () => {
    const { scaledTanh, saturatedFraction } = await graded(scaledAt, submission('02-saturation'));
    expect(scaledTanh!.message).toBe(
      'There is no file scaled-tanh.ts. tanh.ts holds tanh, which belongs to another variant of this assignment (second = tanh).',
    );
    expect(saturatedFraction!.diagnosis).toEqual([answers('second = tanh', 'second = lecun-tanh')]);
  });
});

describe('a submission for sigmoid and cross-entropy, handed in for tanh and the squared error,', () => {
  const first = '01-backpropagation';

  test('is told of each task which parameters it answers, and no more of them than matter', async () => {
    const at = await variantsOf(first).made('tanh', 'activation=tanh', 'loss=squared-error');
    const found = await graded(at, submission(first));
    const sigmoid = answers('activation = sigmoid', 'activation = tanh');
    const both = answers(
      'activation = sigmoid, loss = binary-cross-entropy',
      'activation = tanh, loss = squared-error',
    );
    for (const [id, expected] of [
      ['forward', sigmoid],
      ['chainFactors', sigmoid],
      ['backward', both],
      ['chainGradient', both],
    ] as const) {
      expect(found[id]).toMatchObject({ id, points: 0, diagnosis: [expected] });
    }
    expect(found['tanh']!.message).toBe(
      'There is no file tanh.ts. sigmoid.ts holds sigmoid, which belongs to another variant of this assignment (activation = sigmoid).',
    );
    expect(found['gradientDescentStep']!.status).toBe('passed');
  });
});

describe('files that say which variant they were handed out for', () => {
  const head = '// Variant 0a1b2c3d\n';

  test('are said to be of that one, before what the mistake may be', async () => {
    const { leakyRelu } = await graded(leakyAt, submission(third, { 'leaky-relu.ts': leaky(0.2, head) }));
    expect(leakyRelu!.diagnosis).toEqual([answers('leak = 0.2', 'leak = 0.3')]);
    const unknown = await graded(leakyAt, submission(third, { 'leaky-relu.ts': leaky(0.217, head) }));
    expect(unknown['leakyRelu']!.diagnosis).toEqual([
      { variant: '0a1b2c3d', title: 'these files were handed out for variant 0a1b2c3d' },
    ]);
  });

  test('lose nothing by it where they are right', async () => {
    const { leakyRelu } = await graded(leakyAt, submission(third, { 'leaky-relu.ts': leaky(0.3, head) }));
    expect(leakyRelu).toMatchObject({ status: 'passed', points: 5 });
    expect(leakyRelu!.diagnosis).toBeUndefined();
  });

  test('are the own ones where the id is that of the variant', async () => {
    const { variant } = JSON.parse(readFileSync(path.join(leakyAt, 'assignment.json'), 'utf8'));
    const own = `// Variant ${variant.id}\n`;
    const solution = submission(third, { 'leaky-relu.ts': leaky(0.217, own) });
    const { leakyRelu } = await graded(leakyAt, solution);
    expect(leakyRelu!.status).toBe('failed');
    expect(leakyRelu!.diagnosis!.filter((one) => 'variant' in one)).toEqual([]);
  });
});

describe('in a handout', () => {
  test('another variant is recognized, and told in the report and on the terminal', () => {
    const repository = path.join(folder, 'repository');
    expect(nabla(['handout', third, '--out', repository, '--variant', leakyAt]).status).toBe(0);
    const solution = submission(third, { 'leaky-relu.ts': leaky(0.2) });
    const args = ['check', third, '--seed', '7', '--submission', solution];
    const run = nabla(args, { binary: path.join(repository, 'nabla.mjs') });
    expect(run.stdout).toContain(
      'Recognized: this is correct for the variant with leak = 0.2, but yours has leak = 0.3',
    );
    const report = readFileSync(path.join(run.folder, 'reports', third, 'report.md'), 'utf8');
    expect(report).toContain(
      '> **Recognized: this is correct for the variant with leak = 0.2, but yours has leak = 0.3**',
    );
    expect(report).toContain('The mathematics is fine');
  });
});
