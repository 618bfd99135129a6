import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { commitTo, temporary } from '../repository/made.ts';
import { due, kinds, makeClass, run, slug } from './made-class.ts';
import { type Env, placesOf } from './places.ts';

const made = makeClass({ right: 1, wrong: 2, late: 1, tampered: 1, empty: 1, other: 1, absent: 1 });
const { folder, args } = made;
const { anyPlace } = placesOf(folder);

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

test('the last submission counts, or the best, as asked', async () => {
  const { own, env } = await anyPlace();
  // 90 points in time, and 100 a day and a half later.
  commitTo(path.join(own, 'two.git'), [...kinds.wrong.commits, kinds.late.commits[1]]);
  writeFileSync(path.join(own, 'one.csv'), 'student,repository\nada,two.git\n');
  const call = ['grade', 'one.csv', '--assignment', slug, '--sandbox', 'auto', '--seed', '1', '--due', due];
  for (const [keep, expected] of [
    ['last', /^ada,,80,100,graded,2,/],
    ['best', /^ada,,90,100,graded,0,/],
  ] as const) {
    const ran = await run(own, [...call, '--late', '10%/day', '--keep', keep], env);
    expect(ran.status).toBe(0);
    expect(readFileSync(path.join(own, 'grades', 'grades.csv'), 'utf8').split('\n')[1]).toMatch(expected);
  }
});
