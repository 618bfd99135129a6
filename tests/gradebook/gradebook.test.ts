import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Attempt, attemptsOf, countedAttempts, filesOf, writeAttempt } from '../../grader/gradebook/attempts.ts';
import { failuresOf, writeEvent } from '../../grader/gradebook/events.ts';
import { type Gradebook, openGradebook } from '../../grader/gradebook/gradebook.ts';
import { migrate, schemaSteps } from '../../grader/gradebook/migrations.ts';
import { beginRun, entriesOf, finishRun, insertRun, listRuns, undoRun } from '../../grader/gradebook/runs.ts';
import { sightingsOf, writeSighting } from '../../grader/gradebook/sightings.ts';
import { enlist, type Worker } from '../../grader/gradebook/workers.ts';
import { type Cluster, noPostgres, startCluster } from './postgres.ts';

const takeOne = async (worker: Worker, run: Parameters<Worker['take']>[0]) => (await worker.take(run, 1))[0];

const temporary = (): string => mkdtempSync(path.join(tmpdir(), 'nabla-gradebook-'));

const newRun = (students: readonly string[], kind: 'grade' | 'regrade' = 'grade') => {
  const entries = students.map((student) => ({ student, assignment: '01', details: { name: student } }));
  return { kind, options: { seed: 7 }, fingerprint: 'f', grader: '1', entries, work: entries };
};

const attempt = (student: string, points: number): Attempt<{ readonly flags: readonly string[] }> => ({
  student,
  assignment: '01',
  status: 'graded',
  commit: 'abc',
  seed: 4_294_967_295,
  variant: null,
  grader: '1',
  earned: points,
  points,
  maxPoints: 100,
  late: 0,
  details: { flags: [] },
  result: '{ "points": 1e2 }\n',
  report: 'Отчёт',
});

const clusters: Cluster[] = [];
beforeAll(() => {
  if (noPostgres === undefined) clusters.push(startCluster());
  else console.warn(`skipped: ${noPostgres}`);
});
afterAll(() => clusters.map((cluster) => cluster.stop()));

const kinds = ['embedded', 'PostgreSQL'] as const;
describe.each(kinds)('a gradebook, %s,', (kind) => {
  const isSkipped = kind === 'PostgreSQL' && noPostgres !== undefined;
  let folder = '';
  let url: string | undefined;
  const open = (): Promise<Gradebook> => openGradebook(folder, url);
  beforeAll(() => {
    folder = temporary();
    url = kind === 'PostgreSQL' ? clusters[0]?.fresh() : undefined;
  });

  test.skipIf(isSkipped)('keeps runs, attempts, files, sightings and events over a restart', async () => {
    const first = await open();
    const { database } = first;
    const run = await beginRun(database, first.queue, newRun(['b', 'a']));
    const file = { name: 'a.ts', digest: 'sha256:1', content: Buffer.from([255, 0]), problem: undefined };
    const link = { name: 'b.ts', digest: 'link', content: undefined, problem: 'link' };
    await database.transaction((queries) => writeAttempt(queries, run.id, attempt('a', 50), [file, link]));
    await database.transaction((queries) => writeAttempt(queries, run.id, attempt('a', 99), []));
    await writeSighting(database, 'r', 'main', { at: 1_700_000_000_123, tip: 't' });
    await writeEvent(database, { run: run.id, student: 'a', assignment: '01', kind: 'grader-failed', details: {} });
    await finishRun(database, run.id);
    await first.close();

    const again = await open();
    expect(await listRuns(again.database)).toMatchObject([{ id: run.id, options: { seed: 7 }, undoneAt: null }]);
    expect((await entriesOf(again.database, run.id)).map(({ student }) => student)).toEqual(['b', 'a']);
    const [stored, ...others] = await countedAttempts(again.database);
    expect(others).toEqual([]);
    expect(stored).toMatchObject(attempt('a', 50));
    const files = await filesOf(again.database, stored!.id);
    expect(files.map(({ content, ...rest }) => ({ ...rest, bytes: content && [...content] }))).toEqual([
      { name: 'a.ts', digest: 'sha256:1', problem: undefined, bytes: [255, 0] },
      { name: 'b.ts', digest: 'link', problem: 'link', bytes: undefined },
    ]);
    expect(await sightingsOf(again.database, 'r', 'main')).toEqual([{ at: 1_700_000_000_123, tip: 't' }]);
    expect(await failuresOf(again.database, run.id, 'a', '01')).toBe(1);
    await again.close();
  });

  test.skipIf(isSkipped)('counts what stands in for an attempt, until it is undone', async () => {
    const gradebook = await open();
    const { database } = gradebook;
    const [before] = await countedAttempts(database);
    const regrade = await insertRun(database, newRun(['a'], 'regrade'));
    await writeAttempt(database, regrade.id, attempt('a', 70), [], before!.id);
    expect((await countedAttempts(database)).map(({ points }) => points)).toEqual([70]);
    await undoRun(database, regrade.id);
    expect((await countedAttempts(database)).map(({ points }) => points)).toEqual([50]);
    expect((await attemptsOf(database, 'a')).map(({ points }) => points)).toEqual([50, 70]);
    await expect(undoRun(database, regrade.id)).rejects.toThrow('undone before');
    await expect(undoRun(database, 999)).rejects.toThrow('there is no run 999');
    await gradebook.close();
  });

  test.skipIf(isSkipped)('makes its schema once, whoever comes first', async () => {
    const gradebook = await open();
    await Promise.all([migrate(gradebook.database), migrate(gradebook.database)]);
    const [row] = await gradebook.database.query('select count(*)::int as steps from schema_step');
    expect(row?.['steps']).toBe(schemaSteps);
    await gradebook.close();
  });

  test.skipIf(isSkipped)('gives every job to one worker, and ends it together with what came of it', async () => {
    const gradebook = await open();
    const { database, queue } = gradebook;
    const students = Array.from({ length: 20 }, (_, n) => `s${n}`);
    const run = await beginRun(database, queue, newRun(students));
    const workers = await Promise.all([1, 2, 3].map(() => enlist(database, queue)));
    const done: string[] = [];
    await Promise.all(
      workers.map(async (worker) => {
        for (let job = await takeOne(worker, run); job !== undefined; job = await takeOne(worker, run)) {
          const { student } = job;
          if (student === 's3' && (await failuresOf(database, run.id, student, '01')) < 2) {
            await worker.giveBack(run, job, (queries) =>
              writeEvent(queries, { run: run.id, student, assignment: '01', kind: 'grader-failed', details: {} }),
            );
            continue;
          }
          await worker.complete(run, job, (queries) => writeAttempt(queries, run.id, attempt(student, 1), []));
          done.push(student);
        }
      }),
    );
    expect(done.sort()).toEqual(students.sort());
    expect(await failuresOf(database, run.id, 's3', '01')).toBe(2);

    // What cannot be written leaves the job to be done.
    const next = await beginRun(database, queue, newRun(['x']));
    const job = await takeOne(workers[0]!, next);
    const failing = workers[0]!.complete(next, job!, () => Promise.reject(new Error('disk full')));
    await expect(failing).rejects.toThrow('disk full');
    await workers[0]!.complete(next, job!, (queries) => writeAttempt(queries, next.id, attempt('x', 1), []));
    expect(await takeOne(workers[1]!, next)).toBeUndefined();
    await gradebook.close();
  });

  test.skipIf(isSkipped)(
    'gives the jobs of a worker that was killed to another, and takes nothing from it afterwards',
    async () => {
      const gradebook = await open();
      const run = await beginRun(gradebook.database, gradebook.queue, newRun(['y']));
      const gone = await enlist(gradebook.database, gradebook.queue);
      const job = await takeOne(gone, run);
      const other = await enlist(gradebook.database, gradebook.queue);
      expect(await takeOne(other, run)).toBeUndefined();
      expect(await other.releaseDead(run)).toBe(0);
      await gradebook.close();

      const again = await open();
      const next = await enlist(again.database, again.queue);
      expect(await next.releaseDead(run)).toBe(1);
      const taken = await takeOne(next, run);
      expect(taken?.student).toBe('y');
      await next.complete(run, taken!, (queries) => writeAttempt(queries, run.id, attempt('y', 1), []));
      expect(await next.releaseDead(run)).toBe(0);
      expect(taken!.id).toBe(job!.id);
      await again.close();
    },
  );
});

test('the embedded gradebook is for one process at a time, and free when that one is killed', async () => {
  const folder = temporary();
  const script = `
    import { createServer } from 'node:net';
    import { lockFolder } from ${JSON.stringify(path.resolve('grader/gradebook/lock-folder.ts'))};
    await lockFolder(${JSON.stringify(folder)});
    console.log('locked');
    setInterval(() => {}, 1000);`;
  const { build } = await import('esbuild');
  const built = await build({
    stdin: { contents: script, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    write: false,
  });
  const child = spawn(process.execPath, ['--input-type=module', '-e', built.outputFiles[0]!.text], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  await expect(openGradebook(folder, undefined)).rejects.toThrow('is open in another process');
  const ended = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGKILL');
  await ended;
  const gradebook = await openGradebook(folder, undefined);
  await gradebook.close();
});

test('a server that cannot be reached is said so, without the password', async () => {
  const opening = openGradebook(temporary(), 'postgresql://anna:hunter2@127.0.0.1:9/x');
  await expect(opening).rejects.toMatchObject({ code: 'no-gradebook' });
  await expect(opening).rejects.not.toThrow('hunter2');
});
