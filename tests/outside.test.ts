import { execFileSync, spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';

/** A repository of somebody else's, in which the packed grader is installed; its own packages are this checkout's. */
function elsewhere(): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'nabla-outside-')));
  const modules = path.join(folder, 'node_modules');
  mkdirSync(path.join(modules, 'nabla-grader'), { recursive: true });
  const packed = execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
  });
  const [{ filename }] = JSON.parse(packed) as [{ filename: string }];
  execFileSync('tar', ['-xzf', filename, '--strip-components=1', '-C', 'node_modules/nabla-grader'], { cwd: folder });
  for (const name of readdirSync('node_modules')) {
    if (!name.startsWith('.')) symlinkSync(path.resolve('node_modules', name), path.join(modules, name), 'junction');
  }
  const manifest = { name: 'course', private: true, devDependencies: { 'nabla-grader': '*' } };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  return folder;
}

let folder = '';
beforeAll(() => {
  folder = elsewhere();
}, 120_000);

/** As a shell there starts it, and not as npm does here. */
const { INIT_CWD: _, ...env } = process.env;
const nabla = (...args: readonly string[]) => {
  const command = path.join(folder, 'node_modules', 'nabla-grader', 'dist', 'nabla.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};
const inAssignment = (file: string): string => path.join(folder, 'assignments', '06-mine', file);
const edit = (file: string, change: (text: string) => string): void =>
  writeFileSync(inAssignment(file), change(readFileSync(inAssignment(file), 'utf8')));

describe('in a repository of its own, the packed grader', () => {
  test('begins an assignment that is proved, types and all, knows nothing of ours, and hands it out', () => {
    expect(nabla('new', '06-mine')).toMatchObject({ status: 0 });
    expect(nabla('author', '06-mine', '--once')).toMatchObject({ status: 0, stdout: expect.stringContaining('✓') });
    expect(nabla('check', '--format', 'json').stdout).toContain('"not-started"');
    expect(nabla('check', '01-backpropagation')).toMatchObject({ status: 2 });
    expect(nabla('handout', '06-mine', '--out', 'given').status).toBe(0);
    const given = spawnSync(process.execPath, ['nabla.mjs', 'check', '--format', 'json'], {
      cwd: path.join(folder, 'given'),
      env,
      encoding: 'utf8',
    });
    expect([given.status, given.stdout]).toEqual([1, expect.stringContaining('"id": "scale"')]);
  });

  test.each([
    [['verify', '06-mine', '--runs', '1'], '06-mine     ✓ 100'],
    [['hint', 'scale', '--level', '3'], '[2, −1]'],
    [['try', '06-mine', 'slope((x) => x * x, 3)'], '6'],
    [['page', '06-mine', '--out', 'page'], 'page/index.html'],
    [['bundle', 'gradescope', '06-mine', '--out', 'bundle'], 'bundle'],
    [['grade', 'assignments', '--assignment', '06-mine', '--out', 'graded'], ''],
    [['gradebook', 'list'], 'finished'],
  ])('answers to %j', (command, part) => {
    const { status, stdout, stderr } = nabla(...command);
    expect({ status, stdout, stderr }).toMatchObject({ status: 0, stdout: expect.stringContaining(part) });
  });

  test('has a script for every verb that help names, for that is what texts tell one to type', () => {
    const { scripts } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    const commands = nabla('--help').stdout.split('Commands:')[1] ?? '';
    const verbs = [...commands.matchAll(/^ {2}([a-z]+)/gm)].map(([, verb]) => verb!);
    expect(verbs).toContain('check');
    expect(scripts).toMatchObject(Object.fromEntries(verbs.map((verb) => [verb, `nabla ${verb}`])));
  });

  test('never grades or proves by what was built from other sources', () => {
    const [stub, tasks] = ['src/scale.ts', 'tasks.ts'].map((file) => readFileSync(inAssignment(file), 'utf8'));
    edit('src/scale.ts', () => 'export const scale = (v: number[], c: number) => v.map((x) => x + c);\n');
    const points = () => (JSON.parse(nabla('check', '--format', 'json').stdout) as { points: number }).points;
    expect(points()).toBe(0);
    edit('tasks.ts', (text) => text.replace('=> factor * value);', '=> value + factor);'));
    expect(readFileSync(inAssignment('tasks.ts'), 'utf8')).toContain('value + factor);');
    expect(points()).toBe(100);
    const { status, stdout } = nabla('author', '06-mine', '--once');
    expect([status, stdout]).toEqual([1, expect.stringContaining('06-mine')]);
    edit('src/scale.ts', () => stub!);
    edit('tasks.ts', () => tasks!);
  });

  test('builds again what an older grader has built', () => {
    const built = () => {
      expect(nabla('check').status).toBeLessThan(2);
      const noted = readFileSync(path.join(folder, '.nabla', 'built', '06-mine.json'), 'utf8');
      return (JSON.parse(noted) as { folder: string }).folder;
    };
    const before = built();
    expect(built()).toBe(before);
    utimesSync(path.join(folder, 'node_modules', 'nabla-grader', 'dist', 'command.js'), 1, 1);
    expect(built()).not.toBe(before);
  });

  test.each([
    ['a bracket that is missing', 'tasks.ts', (text: string) => text.replace('[\n', '[[\n'), /tasks\.ts[:(]\d+/],
    [
      'an option that is misspelt',
      'tasks.ts',
      (text: string) => text.replace('misconceptions:', 'misconcepions:'),
      /tasks\.ts[:(]\d+.*misconcepions/,
    ],
    [
      'an argument whose domain has another type',
      'tasks.ts',
      (text: string) => text.replace("['factor', number]", "['factor', vector({ length: 2, entries: number })]"),
      /tasks\.ts[:(]\d+/,
    ],
    [
      'an import that leads nowhere',
      'tasks.ts',
      (text: string) => text.replace("'nabla-grader'", "'nabla-graders'"),
      /tasks\.ts[:(]\d+/,
    ],
    [
      'a file whose code throws',
      'tasks.ts',
      (text: string) => `${text}\nthrow new Error('boom');\n`,
      /tasks\.ts:\d+:\d+: boom/,
    ],
    [
      'a law that throws',
      'tasks.ts',
      (text: string) =>
        text
          .replace(
            'styles:',
            "laws: (self, inputs) => [law('bang', self, { inputs: inputs.map(() => { throw new Error('boom'); }), calls: (args) => [args], check: () => undefined })],\n    styles:",
          )
          .replace('import {', 'import { law,'),
      /the law bang of scale throws: .*tasks\.ts:\d+:\d+: boom/,
    ],
    [
      'a key that is misspelt',
      'assignment.json',
      (text: string) => text.replace('"points"', '"ponits"'),
      /assignment\.json:\d+: \/tasks\/0: there is no key "ponits" .*Did you mean points\?/,
    ],
    [
      'words that are none',
      'messages.en.md',
      (text: string) => text.replace('- `scale-adds`: **', '- scale-adds: **'),
      /messages\.en\.md:5/,
    ],
  ])(
    'says in one sentence where an assignment is broken, and goes on with the others: %s',
    (_, file, change, where) => {
      nabla('new', '07-sound');
      const before = readFileSync(inAssignment(file), 'utf8');
      edit(file, change);
      const { status, stdout } = nabla('author', '06-mine', '--once');
      expect([status, stdout.trim()]).toEqual([1, expect.stringMatching(where)]);
      expect(stdout.trim().split('\n')).toHaveLength(1);
      expect(nabla('author', '07-sound', '--once').status).toBe(0);
      edit(file, () => before);
    },
  );

  test('checks the others beside a broken one, says where it is broken, and ends with 2', () => {
    edit('tasks.ts', (text) => text.replace('[\n', '[[\n'));
    expect(nabla('check')).toMatchObject({
      status: 2,
      stdout: expect.stringContaining('07-sound'),
      stderr: expect.stringMatching(/tasks\.ts:\d+/),
    });
  });
});
