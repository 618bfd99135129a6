import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { nabla } from '../cli/run-nabla.ts';

const submission = (slug: string, name = 'right-textbook'): string => path.resolve('tests/submissions', slug, name);
const folder = (): string => mkdtempSync(path.join(tmpdir(), 'nabla-oral-'));
const oral = (...args: readonly string[]) => nabla(['oral', ...args]);

/** A submission of the textbook's, with one file of another in it. */
function mixed(slug: string, name: string): string {
  const target = folder();
  cpSync(submission(slug), target, { recursive: true });
  cpSync(submission(slug, name), target, { recursive: true });
  return target;
}

describe('for one student', () => {
  test('a sheet and its keys are printed, the same each time', () => {
    const args = ['01', '--submission', submission('01-backpropagation'), '--student', 'anna'];
    const first = oral(...args);
    expect([first.status, first.stderr]).toEqual([0, '']);
    expect(first.stdout.match(/^# .*$/gm)).toEqual([
      '# Oral check · Backpropagation and gradients · anna',
      '# Keys to the oral check · Backpropagation and gradients · anna',
    ]);
    expect(oral(...args).stdout).toBe(first.stdout);
    expect(oral(...args.slice(0, -1), 'boris').stdout).not.toBe(first.stdout);
  });

  test('they are two files, and no key is in the first', () => {
    const out = path.join(folder(), 'sheets');
    const { status } = oral(
      ...['02', '--submission', submission('02-saturation'), '--student', '../a b', '--lang', 'ru', '--out', out],
    );
    expect(status).toBe(0);
    expect(readdirSync(out).sort()).toEqual(['..%2Fa%20b.keys.md', '..%2Fa%20b.md']);
    const [keys = '', text = ''] = readdirSync(out)
      .sort()
      .map((name) => readFileSync(path.join(out, name), 'utf8'));
    expect(text).not.toContain('Ответ**');
    expect(keys.match(/\*\*Ответ\*\*/g)).toHaveLength(3);
  });
});

describe('a submission that is wrong gets an honest sheet', () => {
  test('the keys are what its own code answers', () => {
    const wrong = mixed('01-backpropagation', 'derivative-returns-the-sigmoid');
    const { stdout } = oral('01', '--submission', wrong, '--student', 'anna');
    const [, weights = '', answer = ''] = /`chainFactors\(\{ weights: \[(.*?)\].*?`: `(\[.*?\])`/.exec(stdout) ?? [];
    // Where every z is 0, the sigmoid that stands in the place of its slope is ½.
    const expected = (JSON.parse(`[${weights}]`) as number[]).slice(1).map((w) => w / 2);
    expect(expected.length).toBeGreaterThan(1);
    expect(JSON.parse(answer)).toEqual(expected);
  });

  test('what throws, is not written, does not load or does not end says so', () => {
    const right = submission('01-backpropagation');
    const cases: readonly (readonly [string, RegExp])[] = [
      [path.resolve('assignments/01-backpropagation/src'), /cannot be computed: the stub is still there/],
      [mixed('01-backpropagation', 'top-level-throw'), /cannot be computed: the function throws `/],
      [mixed('01-backpropagation', 'broken-syntax'), /cannot be computed: /],
      [mixed('01-backpropagation', 'endless-sigmoid'), /cannot be computed: the call does not end in time/],
    ];
    for (const [files, said] of cases) {
      const { status, stdout } = oral('01', '--submission', files, '--student', 'anna');
      expect([files, status, stdout.match(/^## \d\. /gm)?.length]).toEqual([files, 0, 6]);
      expect(stdout).toMatch(said);
    }
    expect(oral('01', '--submission', right, '--student', 'anna').stdout).not.toContain('cannot be computed');
  });
});

describe('for a roster', () => {
  function aClass(): { readonly place: string; readonly roster: string; readonly work: string } {
    const place = folder();
    const work = path.join(place, 'work');
    for (const id of ['anna', 'boris']) {
      mkdirSync(path.join(work, id), { recursive: true });
      cpSync(submission('03-gradient-control'), path.join(work, id), { recursive: true });
    }
    const roster = path.join(place, 'students.csv');
    writeFileSync(roster, 'id,name\nanna,Anna\nboris,Boris\n');
    return { place, roster, work };
  }

  test('each has a sheet and keys, and no two are alike', () => {
    const { place, roster, work } = aClass();
    const out = path.join(place, 'oral');
    const { status, stdout } = oral('03', '--submission', work, '--roster', roster, '--out', out);
    expect([status, readdirSync(out).sort()]).toEqual([0, ['anna.keys.md', 'anna.md', 'boris.keys.md', 'boris.md']]);
    expect(stdout).toMatch(/2 sheets with their keys/);
    const [anna = '', boris = ''] = ['anna', 'boris'].map((id) =>
      readFileSync(path.join(out, `${id}.md`), 'utf8').replace(/^# .*/, ''),
    );
    expect(anna).not.toBe(boris);
  });

  test('who has no files is named, and the others have theirs', () => {
    const { place, roster, work } = aClass();
    writeFileSync(roster, 'id\nanna\nvera\n');
    const out = path.join(place, 'oral');
    const { status, stderr } = oral('03', '--submission', work, '--roster', roster, '--out', out);
    expect([status, stderr]).toEqual([1, 'no sheet for vera: there is no folder for vera\n']);
    expect(readdirSync(out).sort()).toEqual(['anna.keys.md', 'anna.md']);
  });
});

describe('a wrong call is met by one sentence', () => {
  const given = ['--submission', submission('01-backpropagation')];
  test.each([
    [['01'], /oral needs --submission\. Name the folder/],
    [['01', ...given], /either --student or --roster/],
    [['01', ...given, '--student', 'a', '--roster', 'r.csv'], /either --student or --roster/],
    [['07', ...given, '--student', 'a'], /there is no assignment "07"/],
    [['01/sigmoid', ...given, '--student', 'a'], /is a task\. Name an assignment/],
    [['01', '--submission', 'nowhere', '--student', 'a'], /there is no folder/],
    [['02', ...given, '--student', 'a'], /holds none of/],
    [['01', ...given, '--student', 'a', '--variants', 'no.csv'], /no\.csv cannot be read/],
  ])('%j', (args, said) => {
    const { status, stdout, stderr } = oral(...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(said);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    const russian = oral(...args, '--lang', 'ru');
    expect(russian.stderr.replace(/^nabla: /, '')).toMatch(/[а-яё]/);
    expect(russian.stderr.trim().split('\n')).toHaveLength(1);
  });

  test('a variant is asked about its own functions', { timeout: 300_000 }, () => {
    const place = folder();
    const made = nabla(['variant', '03-gradient-control', '--name', 'leaky', '--set', 'leak=0.2', '--out', place]);
    expect([made.status, made.stderr]).toEqual([0, '']);
    const target = folder();
    cpSync(submission('03-gradient-control'), target, { recursive: true });
    rmSync(path.join(target, 'relu.ts'));
    const stub = readFileSync(path.join(place, 'leaky', 'src', 'leaky-relu.ts'), 'utf8');
    const [mark = ''] = stub.split('\n');
    const leaky = 'export const leakyRelu = (z: number) => (z > 0 ? z : 0.2 * z);\n';
    const slope = 'export const leakyReluDerivative = (z: number) => (z > 0 ? 1 : 0.2);\n';
    writeFileSync(path.join(target, 'leaky-relu.ts'), `${mark}\n${leaky}${slope}`);
    const list = path.join(place, 'variants.csv');
    writeFileSync(list, 'student,variant,folder,seed,parameters\nanna,,leaky,,\n');
    const args = ['03', '--submission', target, '--student', 'anna'];
    const own = oral(...args, '--variant', path.join(place, 'leaky'));
    expect([own.status, own.stdout.match(/^## \d\. /gm)?.length]).toEqual([0, 6]);
    expect(own.stdout).not.toContain('cannot be computed');
    expect(oral(...args, '--variants', list).stdout).toBe(own.stdout);
    expect(oral(...args)).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/are of variant [0-9a-f]{8}, and not/),
    });
    expect(oral(...args.slice(0, -1), 'boris', '--variants', list).stderr).toMatch(/does not name boris/);
  });

  test('files of another variant are recognized by what their stubs begin with', () => {
    const target = folder();
    cpSync(submission('01-backpropagation'), target, { recursive: true });
    const file = path.join(target, 'loss.ts');
    writeFileSync(file, `// Variant 0123abcd\n${readFileSync(file, 'utf8')}`);
    const { status, stderr } = oral('01', '--submission', target, '--student', 'a');
    expect([status, existsSync(file)]).toEqual([2, true]);
    expect(stderr).toMatch(/the files of a are of variant 0123abcd, and not of 01-backpropagation\. Give --variant/);
  });
});
