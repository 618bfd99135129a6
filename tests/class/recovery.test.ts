import type { ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { attemptsOf } from '../../grader/gradebook/attempts.ts';
import { eventsOf } from '../../grader/gradebook/events.ts';
import { openGradebook } from '../../grader/gradebook/gradebook.ts';
import { openServer } from '../../grader/gradebook/server.ts';
import { noPostgres } from '../gradebook/postgres.ts';
import { isLong } from '../long.ts';
import { temporary } from '../repository/made.ts';
import { exported, makeClass, run, start } from './made-class.ts';
import { type Place, placesOf } from './places.ts';
import { makeWholeClass } from './whole-class.ts';

/** docs/class.md has the run with all 300. */
const made =
  process.env['NABLA_CLASS'] === 'whole'
    ? await makeWholeClass(300)
    : makeClass({ right: 1, wrong: 2, late: 1, tampered: 1, empty: 1, other: 1, absent: 1 });
const { folder, args } = made;

const { place, anyPlace } = placesOf(folder);

let undisturbed: ReturnType<typeof exported>;
/** Milliseconds that it took. */
let duration: number;
beforeAll(async () => {
  const { own } = await place('embedded');
  const started = performance.now();
  const ran = await run(own, args);
  duration = performance.now() - started;
  expect([ran.status, ran.stderr.includes('nabla:')]).toEqual([0, false]);
  undisturbed = exported(path.join(own, 'grades'));
}, 900_000);

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

test.skipIf(process.platform !== 'linux')(
  'a process that grades and is killed costs one more try',
  async () => {
    const { own, env } = await anyPlace();
    const { child, ended } = start(own, [...args, '--jobs', '1'], env);
    const [grading] = await gradingOf(child);
    process.kill(Number(grading), 'SIGKILL');
    const { status } = await ended;
    expect(status).toBe(0);
    expect(exported(path.join(own, 'grades'))).toEqual(undisturbed);
    const gradebook = await openGradebook(path.join(own, '.nabla', 'gradebook'), env['DATABASE_URL']);
    const events = (await Promise.all(made.students.map(({ id }) => eventsOf(gradebook.database, id)))).flat();
    await gradebook.close();
    expect(events.filter(({ kind }) => kind === 'grader-failed').map(({ details }) => details)).toEqual([
      { reason: 'the process that graded has ended (SIGKILL)' },
    ]);
  },
  900_000,
);

/** The processes in which a run grades, as soon as there are any. */
async function gradingOf({ pid }: ChildProcess): Promise<readonly string[]> {
  const read = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');
  const grading = (): readonly string[] =>
    read(`/proc/${pid}/task/${pid}/children`)
      .split(' ')
      .filter((child) => child !== '' && read(`/proc/${child}/cmdline`).includes('grading.js'));
  await expect.poll(grading, { timeout: 60_000, interval: 20 }).not.toEqual([]);
  return grading();
}

/**
 * Kills a run again and again at moments that follow from a seed, and goes on with it after each. The first time is as soon as
 * somebody is being graded: however fast the machine, the run has not ended then.
 */
async function disturbed({ own, env }: Place, kills: number): Promise<number> {
  let state = 26;
  let killed = 0;
  for (let n = 0; n < kills; n++) {
    state = (state * 1103515245 + 12345) % 2147483648;
    const { child, ended } = start(own, [...args, '--resume'], env);
    if (n === 0) await gradingOf(child);
    const timer = setTimeout(() => child.kill('SIGKILL'), n === 0 ? 0 : 300 + (state % Math.round(duration)));
    const { status } = await ended;
    clearTimeout(timer);
    if (status === null) killed += 1;
  }
  const last = await run(own, [...args, '--resume'], env);
  expect([last.status, last.stderr.includes('nabla:')]).toEqual([0, false]);
  return killed;
}

/** docs/class.md has the long run. */
const kills = Number(process.env['NABLA_KILLS'] ?? (isLong ? 3 : 1));
describe.each(['embedded', 'PostgreSQL'] as const)('kill -9 at any moment and --resume, %s,', (kind) => {
  test.skipIf(process.platform !== 'linux' || (kind === 'PostgreSQL' && noPostgres !== undefined))(
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
      await expect.poll(() => count('claim'), { timeout: 60_000, interval: 20 }).toBeGreaterThan(0);
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
