import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeClass, run, withGradebook } from './made-class.ts';

/** The commands of docs/class.md, block by block, as they stand there. */
const blocks = [...readFileSync('docs/class.md', 'utf8').matchAll(/```sh\n([\s\S]*?)```/g)].map(([, text = '']) =>
  text
    .trim()
    .split('\n')
    .map((line) => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')),
);

test('every command of docs/class.md does what it is there for', async () => {
  const made = makeClass({ right: 1, late: 1, empty: 1 });
  const root = path.dirname(made.folder);
  const standing = path.join(made.folder, 'teacher');
  mkdirSync(standing);
  mkdirSync(path.join(made.folder, 'class'));
  for (const name of ['roster.csv', 'repositories']) {
    renameSync(path.join(made.folder, name), path.join(made.folder, 'class', name));
  }
  writeFileSync(
    path.join(made.folder, 'class', 'worksheet.csv'),
    'Identifier,Full name,Email address,Status,Grade,Maximum grade,Feedback comments\ns001,A,a@x,,,100,\n',
  );
  // Where a block names them by themselves, they lie where it is typed.
  const roster = readFileSync(path.join(made.folder, 'class', 'roster.csv'), 'utf8');
  writeFileSync(path.join(standing, 'roster.csv'), roster.replaceAll('repositories/', '../class/repositories/'));
  writeFileSync(path.join(standing, 'extensions.csv'), 'student,due\ns002,2026-11-25\n');
  await withGradebook(standing);
  expect(existsSync(root)).toBe(true);

  const called: string[] = [];
  for (const [npm, , verb = '', dashes, ...args] of blocks.flat()) {
    expect(npm).toBe('npm');
    expect([undefined, '--']).toContain(dashes);
    const isGrading = verb === 'grade';
    const own = isGrading
      ? [...args, '--sandbox', 'auto', ...(args.includes('--assignment') ? [] : ['--assignment', '02-saturation'])]
      : args;
    const { status, stderr } = await run(standing, [verb, ...own]);
    expect({ verb, args, status, stderr: status === 0 ? '' : stderr }).toEqual({ verb, args, status: 0, stderr: '' });
    called.push(verb);
  }
  expect(called.slice(0, 5)).toEqual(['handout', 'grade', 'gradebook', 'gradebook', 'gradebook']);
  expect(called).toContain('merge');
  expect(called).toContain('regrade');
  expect(readFileSync(path.join(made.folder, 'class', 'filled.csv'), 'utf8')).toContain(
    's001,A,a@x,,100,100,tanh: 10/10',
  );
}, 900_000);
