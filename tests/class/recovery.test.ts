import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attemptsOf } from '../../grader/gradebook/attempts.ts';
import { openGradebook } from '../../grader/gradebook/gradebook.ts';
import { openServer } from '../../grader/gradebook/server.ts';
import { type Cluster, noPostgres, startCluster } from '../gradebook/postgres.ts';
import { commitTo, temporary } from '../repository/made.ts';
import { exported, makeClass, run, slug, start, withGradebook } from './made-class.ts';

const made = makeClass({ right: 1, wrong: 2, late: 1, tampered: 1, empty: 1, other: 1, absent: 1 });
const { folder, args } = made;

type Env = Readonly<Record<string, string>>;

interface Place {
  readonly own: string;
  readonly env: Env;
}

/** A place of its own for a gradebook and what comes out; the repositories are the same for all. */
async function place(kind: 'embedded' | 'PostgreSQL'): Promise<Place> {
  const own = temporary('recovery');
  for (const name of ['roster.csv', 'repositories']) symlinkSync(path.join(folder, name), path.join(own, name));
  if (kind === 'PostgreSQL') return { own, env: { DATABASE_URL: cluster!.fresh() } };
  await withGradebook(own);
  return { own, env: {} };
}

/** Where either gradebook would do: a server is opened in no time, the embedded one takes a second of a processor. */
const anyPlace = (): Promise<Place> => place(noPostgres === undefined ? 'PostgreSQL' : 'embedded');

let undisturbed: ReturnType<typeof exported>;
/** Milliseconds that it took. */
let duration: number;
let cluster: Cluster | undefined;
beforeAll(async () => {
  if (noPostgres === undefined) cluster = startCluster();
  else console.warn(`skipped: ${noPostgres}`);
  const { own } = await place('embedded');
  const started = performance.now();
  const ran = await run(own, args);
  duration = performance.now() - started;
  expect([ran.status, ran.stderr.includes('nabla:')]).toEqual([0, false]);
  undisturbed = exported(path.join(own, 'grades'));
}, 900_000);
afterAll(() => cluster?.stop());

test('three shards, merged, come to the same to the byte', async () => {
  const outs: string[] = [];
  for (const index of [1, 2, 3]) {
    const { own, env } = await anyPlace();
    const ran = await run(own, [...args, '--shard', `${index}/3`], env);
    expect(ran.status).toBe(0);
    outs.push(path.join(own, 'grades'));
  }
  const { own, env } = await anyPlace();
  const missing = await run(own, ['merge', outs[0]!, outs[2]!, '--out', 'part'], env);
  expect([missing.status, missing.stderr]).toEqual([3, expect.stringContaining('not merged yet: shard 2')]);
  const merged = await run(own, ['merge', ...outs], env);
  expect([merged.status, merged.stderr]).toEqual([0, '']);
  expect(exported(path.join(own, 'grades'))).toEqual(undisturbed);
});

/** Kills a run again and again at moments that follow from a seed, and goes on with it after each. */
async function disturbed({ own, env }: Place, kills: number): Promise<number> {
  let state = 26;
  let killed = 0;
  for (let n = 0; n < kills; n++) {
    state = (state * 1103515245 + 12345) % 2147483648;
    const { child, ended } = start(own, [...args, '--resume'], env);
    const timer = setTimeout(() => child.kill('SIGKILL'), 300 + (state % Math.round(duration)));
    const { status } = await ended;
    clearTimeout(timer);
    if (status === null) killed += 1;
  }
  const last = await run(own, [...args, '--resume'], env);
  expect([last.status, last.stderr.includes('nabla:')]).toEqual([0, false]);
  return killed;
}

/** docs/class.md has the long run. */
const kills = Number(process.env['NABLA_KILLS'] ?? 3);
describe.each(['embedded', 'PostgreSQL'] as const)('kill -9 at any moment and --resume, %s,', (kind) => {
  test.skipIf(kind === 'PostgreSQL' && noPostgres !== undefined)(
    'equals an undisturbed run, and grades nobody twice',
    async () => {
      const { own, env } = await place(kind);
      expect(await disturbed({ own, env }, kills)).toBeGreaterThan(0);
      expect(exported(path.join(own, 'grades'))).toEqual(undisturbed);
      const gradebook = await openGradebook(path.join(own, '.nabla', 'gradebook'), env['DATABASE_URL']);
      const tried = await Promise.all(made.students.map(({ id }) => attemptsOf(gradebook.database, id)));
      await gradebook.close();
      expect(tried.map(({ length }) => length)).toEqual(made.students.map(() => 1));
    },
    3_600_000,
  );
});

test.skipIf(noPostgres !== undefined)(
  'three workers on PostgreSQL, one of them killed in mid-job, come to the same',
  async () => {
    const { own, env } = await place('PostgreSQL');
    const database = await openServer(env['DATABASE_URL']!);
    const count = async (of: 'worker' | 'claim'): Promise<number> => {
      const [table] = await database.query('select to_regclass($1)::text as name', [of]);
      if (table?.['name'] === null) return 0;
      return (await database.query(`select 1 from ${of}`)).length;
    };
    const worker = () => start(temporary('worker'), ['worker', '--jobs', '1'], env);
    // It takes no job itself, and waits for the workers.
    const grade = start(own, [...args, '--jobs', '0'], env);
    const workers = [worker()];
    const [victim] = workers;
    // Stopped where it has a job, and killed when the others are there.
    do {
      victim!.child.kill('SIGCONT');
      await expect.poll(() => count('claim'), { timeout: 60_000, interval: 20 }).toBe(1);
      victim!.child.kill('SIGSTOP');
    } while ((await count('claim')) === 0);
    workers.push(worker(), worker());
    await expect.poll(() => count('worker'), { timeout: 60_000 }).toBe(4);
    victim!.child.kill('SIGKILL');
    const { status, stderr } = await grade.ended;
    for (const { child } of workers) child.kill('SIGKILL');
    await Promise.all(workers.map(({ ended }) => ended));
    await database.close();
    expect([status, stderr.includes('nabla:')]).toEqual([0, false]);
    expect(exported(path.join(own, 'grades'))).toEqual(undisturbed);
  },
  900_000,
);

const history = (own: string, id: string, env: Env) => run(own, ['gradebook', 'history', id], env);

describe('the morning after', () => {
  let own = '';
  let env: Env = {};
  let mended = '';
  beforeAll(async () => {
    ({ own, env } = await anyPlace());
    expect((await run(own, args, env)).status).toBe(0);
    // The project as it is after its laws have been mended: of the answers nothing is asked any more.
    mended = temporary('mended');
    for (const name of ['assignments', 'package.json', 'dist'])
      cpSync(name, path.join(mended, name), { recursive: true });
    symlinkSync(path.resolve('node_modules'), path.join(mended, 'node_modules'));
    const assignments = path.join(mended, 'dist', 'assignments');
    renameSync(path.join(assignments, `${slug}.js`), path.join(assignments, 'before.js'));
    writeFileSync(
      path.join(assignments, `${slug}.js`),
      `export * from './before.js';
       import { grading as before } from './before.js';
       export const grading = (parameters) => {
         const all = before(parameters);
         return { ...all, laws: all.laws.map((law) => ({ ...law, check: () => undefined })) };
       };`,
    );
  }, 900_000);
  const wrong = made.students.filter(({ kind }) => kind === 'wrong').map(({ id }) => id);
  const points = async (): Promise<Readonly<Record<string, string>>> => {
    const { stdout } = await run(own, ['gradebook', 'export', 'csv'], env);
    return Object.fromEntries(
      stdout
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => [line.split(',')[0]!, line.split(',')[2]!]),
    );
  };
  const binary = (): string => path.join(mended, 'dist', 'nabla.js');

  test('regrade without a change changes nobody', async () => {
    const { status, stdout } = await run(own, ['regrade'], env);
    expect([status, stdout]).toEqual([0, expect.stringContaining('nobody’s points change')]);
  });

  test('with a mended law it says whose points change and why, and writes nothing', async () => {
    const before = await points();
    const { status, stdout } = await run(own, ['regrade', '--assignment', slug], env, binary());
    expect(status).toBe(0);
    const rows = stdout
      .split('\n')
      .filter((line) => /^s\d/.test(line))
      .map((line) => line.split(/ {2,}/));
    expect(rows).toEqual(wrong.map((id) => [id, slug, '90', '100', 'tanh: failed → passed']));
    expect(stdout).toContain('--apply');
    expect(await points()).toEqual(before);
  });

  test('with --apply it is written, for all or for one, and undo takes it back', async () => {
    const before = await points();
    const [one = '', ...others] = wrong;
    const first = await run(own, ['regrade', '--student', one, '--apply'], env, binary());
    expect(first.stdout).toContain('Written as run 2');
    expect(await points()).toEqual({ ...before, [one]: '100' });
    await run(own, ['regrade', '--apply'], env, binary());
    expect(await points()).toEqual({ ...before, ...Object.fromEntries(wrong.map((id) => [id, '100'])) });
    expect((await run(own, ['gradebook', 'undo', '3'], env)).stdout).toContain('Run 3 is undone');
    expect(await points()).toEqual({ ...before, [one]: '100', ...Object.fromEntries(others.map((id) => [id, '90'])) });
    await run(own, ['gradebook', 'undo', '2'], env);
    expect(await points()).toEqual(before);
    const shown = await run(own, ['gradebook', 'list', '--lang', 'ru'], env);
    expect(shown.stdout).toMatch(/^2 +перепроверка .*отменён$/m);
    expect((await history(own, one, env)).stdout).toContain('100/100');
  });

  test('a format that a platform takes is filled in', async () => {
    const sheet = path.join(own, 'sheet.csv');
    const [first = ''] = wrong;
    writeFileSync(
      sheet,
      `Identifier,Full name,Email address,Status,Grade,Maximum grade,Feedback comments\n${first},Jane,j@x,,,10,\nzzz,Other,o@x,,5,10,\n`,
    );
    const { stdout } = await run(own, ['gradebook', 'export', 'moodle', '--worksheet', sheet], env);
    expect(stdout).toContain(`${first},Jane,j@x,,9,10,tanh: 0/10; tanhDerivative: 15/15`);
    expect(stdout).toContain('zzz,Other,o@x,,5,10,');
    const canvas = await run(own, ['gradebook', 'export', 'canvas'], env);
    expect(canvas.stdout.split('\n')[1]).toBe('    Points Possible,,,,,100');
    for (const format of ['github-classroom', 'gradescope', 'excel']) {
      expect((await run(own, ['gradebook', 'export', format, '--out', 'x.csv'], env)).status).toBe(0);
      expect(readFileSync(path.join(own, 'x.csv'), 'utf8').trim().split('\n')).toHaveLength(made.students.length + 1);
    }
    expect((await run(own, ['gradebook', 'export', 'dolos', '--out', 'dolos'], env)).status).toBe(0);
    expect(readFileSync(path.join(own, 'dolos', 'info.csv'), 'utf8')).toContain(`${slug}/${first}.ts`);
    rmSync(sheet);
  });
});

test('a failure of the grader is no grade, and is tried again', async () => {
  const { own, env } = await anyPlace();
  mkdirSync(path.join(own, 'gone.git', 'objects'), { recursive: true });
  mkdirSync(path.join(own, 'gone.git', 'refs'));
  writeFileSync(path.join(own, 'gone.git', 'HEAD'), 'nonsense');
  writeFileSync(path.join(own, 'one.csv'), 'student,repository\nada,gone.git\n');
  const call = ['grade', 'one.csv', '--assignment', slug, '--sandbox', 'auto', '--seed', '1'];
  const ran = await run(own, call, env);
  expect([ran.status, ran.stderr]).toEqual([3, expect.stringContaining('The grader failed for ada')]);
  expect(readFileSync(path.join(own, 'grades', 'grades.csv'), 'utf8').split('\n')[1]).toMatch(
    /^ada,,,100,not-graded,0,,1,,,/,
  );
  expect((await history(own, 'ada', env)).stdout.match(/grader-failed/g)).toHaveLength(3);
  // As if the server were there again.
  rmSync(path.join(own, 'gone.git'), { recursive: true });
  symlinkSync(
    path.join(folder, 'repositories', `${made.students.find(({ kind }) => kind === 'right')!.id}.git`),
    path.join(own, 'gone.git'),
  );
  const again = await run(own, [...call, '--resume'], env);
  expect(again.status).toBe(0);
  expect(readFileSync(path.join(own, 'grades', 'grades.csv'), 'utf8').split('\n')[1]).toContain(',100,100,graded,');
});

test('a history that was rewritten is flagged, and changes nothing that was there in time', async () => {
  const { own, env } = await anyPlace();
  const made = makeClass({ right: 1, empty: 1 });
  for (const out of ['grades', 'again']) {
    const ran = await run(made.folder, [...made.args, '--out', path.join(own, out)], env);
    expect(ran.status).toBe(0);
    const commit = {
      date: '2026-11-18T13:00:00Z',
      files: { [`assignments/${slug}/src/tanh.ts`]: 'broken(' },
      anew: true,
    };
    commitTo(path.join(made.folder, 'repositories', 's001.git'), [commit]);
  }
  const read = (name: string): string => readFileSync(path.join(own, 'again', name), 'utf8');
  expect(read('grades.csv').split('\n')[1]).toMatch(/^s001,[^,]*,100,100,graded,/);
  expect(read('class.md')).toContain('the history of the branch was rewritten after it had been fetched');
});
