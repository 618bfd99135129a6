import { createHmac } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { nabla } from '../cli/run-nabla.ts';
import { textOf } from './folders.ts';
import { graded, manifestOf, variantsOf } from './making.ts';

const slug = '03-gradient-control';
const { folder, place, made, drawn, proved, submission } = variantsOf(slug);

const leakyRelu =
  'export const leakyRelu = (z: number): number => (z > 0 ? z : 0.2 * z);\n' +
  'export const leakyReluDerivative = (z: number): number => (z > 0 ? 1 : 0.2);\n';

describe('nabla variant', () => {
  test('describes what may vary, in both languages, and writes nothing', () => {
    for (const [language, word] of [
      ['en', 'the slope of ReLU below 0'],
      ['ru', 'наклон ReLU слева от нуля'],
    ] as const) {
      const run = nabla(['variant', '03', '--describe', '--lang', language]);
      expect(run.stdout).toContain(word);
      expect(run.stdout).toMatch(/^penalty +half \| whole +half /m);
      expect(readdirSync(run.folder)).toEqual([]);
    }
  });

  test('writes a folder like any other, which names its parameters and speaks of nothing else', () => {
    const { at, printed } = proved('leaky', 'leak=0.2', 'penalty=whole');
    expect(printed).toContain(
      'Left out, because they are right under these parameters: penalty-without-half, l2-gradient-doubled',
    );
    expect(manifestOf(at)).toMatchObject({
      id: slug,
      variant: {
        parameters: { penalty: 'whole', leak: 0.2, norm: 'l2', recurrentActivation: 'tanh' },
        leftOut: ['penalty-without-half', 'l2-gradient-doubled'],
      },
    });
    expect(readdirSync(path.join(at, 'src')).sort()).toEqual([
      'clipping.ts',
      'leaky-relu.ts',
      'recurrent.ts',
      'regularization.ts',
      'types.ts',
    ]);
    const text = textOf(at);
    expect(text).toContain('### `leakyRelu(z)` · 5 points');
    expect(text).not.toMatch(/`relu|## relu|\\frac\{\\lambda\}\{2\}|\{\{/);
  });

  test('has other parameters for another seed', async () => {
    const [a, b] = [await drawn('a', 5), await drawn('b', 1)];
    expect(manifestOf(b).variant.parameters).not.toEqual(manifestOf(a).variant.parameters);
  });

  test('grades what answers the variant with full points', async () => {
    const { result } = await graded(
      await made('graded', 'leak=0.2'),
      submission('right-for-it', { 'leaky-relu.ts': leakyRelu }),
    );
    expect(result.points).toBe(100);
    expect(result.variant).toEqual({
      id: expect.any(String),
      parameters: { penalty: 'half', leak: 0.2, norm: 'l2', recurrentActivation: 'tanh' },
    });
  });

  test('gives what answers another variant no points for what differs, and says why', async () => {
    const at = await made('strict', 'leak=0.3', 'penalty=whole');
    const { result, status } = await graded(at, submission('right-for-another', { 'leaky-relu.ts': leakyRelu }));
    expect(status).toMatchObject({ leakyRelu: 'failed', leakyReluDerivative: 'failed', l2Penalty: 'failed' });
    expect(status).toMatchObject({ clipByNorm: 'passed', unrolledGradients: 'passed' });
    // Which one, says other-variant.test.ts.
    expect(result.tasks.find(({ id }) => id === 'l2Penalty')!.diagnosis).toContainEqual({
      agrees: 'everywhere',
      misconception: 'penalty-with-half',
      title: 'a factor ½ that does not belong here',
    });
  });

  test('is handed out in the place of the assignment, and graded there by its own parameters', async () => {
    const at = await made('handed', 'leak=0.2');
    const repository = place('repository');
    expect(nabla(['handout', slug, '--out', repository, '--variant', at]).status).toBe(0);
    const src = path.join(repository, 'assignments', slug, 'src');
    cpSync(submission('handed-in', { 'leaky-relu.ts': leakyRelu }), src, { recursive: true });
    const run = nabla(['check', slug, '--seed', '7', '--submission', src, '--format', 'json'], {
      binary: path.join(repository, 'nabla.mjs'),
    });
    expect(JSON.parse(run.stdout)).toMatchObject({ points: 100, variant: { parameters: { leak: 0.2 } } });
  });
});

describe('a class', () => {
  const roster = place('students.csv');
  const secret = place('secret.txt');
  mkdirSync(folder, { recursive: true });
  writeFileSync(roster, 'name,identifier\n"Noether, Emmy",emmy\nAda,ada\nSofia,sofia\n');
  writeFileSync(secret, 'a secret of the class\n');

  test('gets a variant for each, by the secret and the id, and a list of who has which', async () => {
    const out = place('class');
    const run = nabla(['variant', slug, '--roster', roster, '--secret-file', secret, '--out', out]);
    expect([run.status, run.stderr]).toEqual([0, '']);
    const [head, ...rows] = readFileSync(path.join(out, 'variants.csv'), 'utf8').trimEnd().split('\n');
    expect(head).toBe('student,variant,folder,seed,parameters');
    expect(rows.map((row) => row.split(',')[0])).toEqual(['emmy', 'ada', 'sofia']);
    const seed = createHmac('sha256', 'a secret of the class').update(`${slug}emmy`).digest().readUInt32BE(0);
    expect(rows[0]).toContain(`,${seed},`);
    for (const row of rows) {
      const [, id, name] = row.split(',');
      expect(manifestOf(path.join(out, name!)).variant.id).toBe(id);
    }
    // The same bytes for the same seed, in another run.
    const alone = await drawn('emmy', seed);
    expect(textOf(alone)).toBe(textOf(path.join(out, rows[0]!.split(',')[2]!)));
  });

  const badRosters: readonly [string, string, string][] = [
    ['nobody', 'id\n', 'lists no students'],
    ['a student twice', 'id\nada\nada\n', 'ada is listed twice'],
    ['a student without an id', 'name,id\nAda,\n', 'line 2: student 1 has no id'],
    ['an open quote', 'id\n"ada\n', 'cannot be read'],
  ];
  test.each(badRosters)('is refused with %s', (name, text, complaint) => {
    const file = place(`${name.replaceAll(' ', '-')}.csv`);
    writeFileSync(file, text);
    const out = place(`out-${name}`);
    const run = nabla(['variant', slug, '--roster', file, '--secret-file', secret, '--out', out]);
    expect([run.status, run.stderr]).toEqual([2, expect.stringContaining(complaint)]);
    expect(existsSync(out)).toBe(false);
  });
});

describe('a bad call is refused with one sentence, and leaves nothing behind:', () => {
  const existing = place('existing');
  mkdirSync(existing, { recursive: true });
  const short = place('short.txt');
  writeFileSync(short, 'short');
  const calls: readonly [string, readonly string[], string][] = [
    ['an unknown assignment', ['03-gradient-controll'], 'Did you mean 03-gradient-control?'],
    ['no assignment', [], 'assignment'],
    ['an unknown key', [slug, '--set', 'leek=0.2'], 'Did you mean leak?'],
    [
      'a key that is like none',
      [slug, '--set', 'temperature=1'],
      'There are: penalty, leak, norm, recurrentActivation.',
    ],
    ['no value', [slug, '--set', 'leak'], 'expected KEY=VALUE'],
    ['a value above its bound', [slug, '--set', 'leak=0.6'], 'leak must be at most 0.5'],
    ['a value below its bound', [slug, '--set', 'leak=-0.1'], 'leak must be at least 0'],
    ['a value off the grid', [slug, '--set', 'leak=0.07'], 'leak must be a multiple of 0.05'],
    ['a word for a number', [slug, '--set', 'leak=much'], 'leak must be a number'],
    ['infinity', [slug, '--set', 'leak=Infinity'], 'leak must be'],
    ['nothing for a number', [slug, '--set', 'leak='], 'leak must be a number'],
    ['a value that is not in the list', [slug, '--set', 'penalty=quarter'], 'half, whole'],
    ['code for a value', [slug, '--set', 'penalty=process.exit(3)'], 'half, whole'],
    ['a key twice', [slug, '--set', 'leak=0.1', '--set', 'leak=0.2'], 'leak is set twice'],
    ['a key of every object', [slug, '--set', '__proto__=1'], 'there is no parameter "__proto__"'],
    ['a seed that is none', [slug, '--seed', '-1'], 'whole number'],
    ['a folder that is there', [slug, '--name', 'existing'], 'already exists'],
    ['a name that leads elsewhere', [slug, '--name', '../elsewhere'], 'lowercase letters'],
    ['a roster without a secret', [slug, '--roster', 'students.csv'], '--secret-file'],
    ['a roster that is not there', [slug, '--roster', 'none.csv', '--secret-file', short], 'at least 16 characters'],
    [
      'a roster and a seed',
      [slug, '--roster', 'x.csv', '--secret-file', short, '--seed', '1'],
      'cannot be combined with --seed or --name',
    ],
  ];
  test.each(calls)('%s', (_, args, complaint) => {
    const before = readdirSync(folder).sort();
    const run = nabla(['variant', ...args, '--out', folder]);
    expect([run.status, run.stderr]).toEqual([2, expect.stringContaining(complaint)]);
    expect(run.stderr.trimEnd().split('\n').length).toBeLessThanOrEqual(2);
    expect(readdirSync(folder).sort()).toEqual(before);
    expect(readdirSync(existing)).toEqual([]);
  });
});
