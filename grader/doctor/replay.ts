import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  classroom50Points,
  gradescopePoints,
  gradescopeSum,
  junitPoints,
  obeyedCommands,
  reporterNotice,
  reporterTable,
  type Shown,
} from './shown-points.ts';
import type { Files } from './submissions.ts';
import { type Step, stepsOf } from './workflow.ts';

/** What a submission gets, by every system that shows it, and which commands a runner would obey in what was printed. */
export interface Replay {
  readonly shown: ReadonlyMap<string, Shown>;
  readonly obeyed: readonly string[];
}

const workflowFile = path.join('.github', 'workflows', 'classroom.yml');

/** Lets `use` work in a copy of a folder with a submission in it; neither is left. */
export function inCopy<Value>(
  folder: string,
  submissions: Readonly<Record<string, Files>>,
  use: (copy: string) => Value,
) {
  const parent = mkdtempSync(path.join(tmpdir(), 'nabla-doctor-'));
  try {
    const copy = path.join(parent, 'work');
    cpSync(folder, copy, { recursive: true, filter: (file) => !/[\\/](?:\.git|node_modules|reports)$/.test(file) });
    for (const [slug, files] of Object.entries(submissions)) {
      for (const [name, text] of Object.entries(files)) {
        const file = path.join(copy, 'assignments', slug, 'src', name);
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(file, text);
      }
    }
    return use(copy);
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}

const environment = (values: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  ...(process.env['SystemRoot'] !== undefined && { SystemRoot: process.env['SystemRoot'] }),
  ...values,
});

/** A handout with a submission in it, as GitHub Classroom's workflow and the other formats of its grader grade it. */
export function replayHandout(copy: string): Replay {
  const format = (name: string): string => {
    const args = ['nabla.mjs', 'check', '--format', name, '--exit-zero'];
    return spawnSync(process.execPath, args, { cwd: copy, env: environment(), encoding: 'utf8' }).stdout;
  };
  const { points, maxPoints } = totalOf(JSON.parse(format('json')));
  const shown = new Map<string, Shown>([['result.json', { points, maxPoints }]]);
  const obeyed: string[] = [];
  if (existsSync(path.join(copy, workflowFile))) {
    const job = runJob(copy, stepsOf(readFileSync(path.join(copy, workflowFile), 'utf8')));
    shown.set('GitHub Classroom, table', reporterTable(job.results));
    shown.set('GitHub Classroom, notice', reporterNotice(job.results));
    obeyed.push(...obeyedCommands(job.log));
  }
  shown.set('Classroom 50', classroom50Points(format('classroom50')));
  shown.set('Gradescope', gradescopePoints(format('gradescope')));
  shown.set('Gradescope, sum', gradescopeSum(format('gradescope')));
  shown.set('JUnit', junitPoints(format('junit')));
  return { shown, obeyed };
}

/** One result, or an array of them. */
function totalOf(result: Shown | readonly Shown[]): Shown {
  const all = Array.isArray(result) ? (result as readonly Shown[]) : [result as Shown];
  const sum = (of: keyof Shown): number => all.reduce((total, one) => total + one[of], 0);
  return { points: sum('points'), maxPoints: sum('maxPoints') };
}

/** The graded steps of a job, run as a runner runs them: what each gave, or what stands in for it, and all that was printed. */
function runJob(copy: string, steps: readonly Step[]): { readonly results: readonly string[]; readonly log: string } {
  const outputs = new Map<string, string>();
  let log = '';
  for (const { id, run } of steps) {
    if (id === undefined || run === undefined) continue;
    const output = path.join(copy, `..`, `output-${id}`);
    const env = environment({ GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: `${output}.md` });
    const { stdout, stderr } = spawnSync(run, { cwd: copy, env, encoding: 'utf8', shell: true });
    log += stdout + stderr;
    const written = existsSync(output) ? readFileSync(output, 'utf8') : '';
    outputs.set(id, /^result=(.*)$/m.exec(written)?.[1] ?? '');
  }
  const expressions = steps.flatMap(({ env = {} }) => Object.values(env));
  const results = expressions.flatMap((expression) => {
    const [, id, fallback] = /steps\.([\w-]+)\.outputs\.result \|\| '([\w+/=]+)'/.exec(expression) ?? [];
    return id === undefined ? [] : [outputs.get(id) || (fallback ?? '')];
  });
  return { results, log };
}

/** A bundle for Classroom 50 or Gradescope, called on a submission as these call it. `student` is who hands in. */
export function replayBundle(bundle: string, submission: string, student: string): Replay {
  const isGradescope = existsSync(path.join(bundle, 'run_autograder'));
  const text = isGradescope ? runGradescope(bundle, submission, student) : runClassroom50(bundle, submission, student);
  const shown: readonly (readonly [string, Shown])[] = isGradescope
    ? [
        ['Gradescope', gradescopePoints(text)],
        ['Gradescope, sum', gradescopeSum(text)],
      ]
    : [['Classroom 50', classroom50Points(text)]];
  return { shown: new Map(shown), obeyed: [] };
}

function runGradescope(bundle: string, submission: string, student: string): string {
  const home = path.join(submission, '..', 'autograder');
  cpSync(bundle, path.join(home, 'source'), { recursive: true });
  cpSync(submission, path.join(home, 'submission'), { recursive: true });
  writeFileSync(path.join(home, 'submission_metadata.json'), JSON.stringify({ users: [{ id: student }] }));
  const run = path.join(home, 'source', 'run_autograder');
  spawnSync(run, { env: environment({ NABLA_AUTOGRADER: home }), encoding: 'utf8' });
  return readFileSync(path.join(home, 'results', 'results.json'), 'utf8');
}

function runClassroom50(bundle: string, submission: string, student: string): string {
  const env = environment({ CLASSROOM50_BUNDLE_DIR: bundle, USERNAME: student, ASSIGNMENT_TYPE: 'individual' });
  spawnSync('python3', [path.join(bundle, 'autograder.py')], { cwd: submission, env, encoding: 'utf8' });
  return readFileSync(path.join(submission, 'result.json'), 'utf8');
}
