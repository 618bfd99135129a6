import { appendFileSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readHandout, tamperedFiles } from '../../../grader/handout/digests.ts';
import { commitAll } from '../../../grader/handout/repository.ts';
import { HandoutUpdate, updateBranch } from '../../../grader/handout/update/update-repository.ts';
import { writeFolder } from '../../../grader/handout/write-folder.ts';
import { isLong } from '../../long.ts';
import { assignment, corrected, correction, first, remade, statement, stub } from '../editions.ts';
import { cases, commit, git, work } from '../students.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'nabla-updates-'));
const template = path.join(folder, 'template');

async function update(target: string, files = corrected): Promise<boolean> {
  const open = await HandoutUpdate.open(target);
  try {
    const planned = open.plan(files, false);
    await open.carryOut(planned, 'Corrected');
    return planned.isDirect;
  } finally {
    open.close();
  }
}

function attempt(step: () => void): void {
  try {
    step();
  } catch {}
}

const textOf = (where: string, name: string): string => readFileSync(path.join(where, name), 'utf8');

beforeAll(async () => {
  await writeFolder(template, first, (made) => commitAll(made, 'The handout'));
});

describe.skipIf(process.platform === 'win32')('a correction in mid-term', () => {
  test.each(Object.entries(cases))('reaches who has %s, and takes nothing away', async (name, one) => {
    const { does, keeps = {}, tampered = [], merges = false } = one;
    const student = path.join(folder, name);
    git(folder, 'clone', '--quiet', template, student);
    for (const step of does) step(student);
    expect(await update(student)).toBe(!merges);
    if (merges) git(student, 'merge', '--quiet', updateBranch);
    expect(textOf(student, statement)).toContain(correction);
    expect(textOf(student, 'nabla.mjs')).toBe('// the second grader\n');
    expect(textOf(student, `${assignment}/pictures/new.svg`)).toBe('<svg/>\n');
    for (const [file, line] of Object.entries(keeps)) expect(textOf(student, file)).toContain(line);
    expect(tamperedFiles(readHandout(student)!, student)).toEqual(tampered);
  });

  /** Two students at one repository: what both did, one after the other. */
  const together = Object.entries(cases)
    .filter(([name]) => !/branch|history/.test(name))
    .flatMap((first, index, all) => {
      const second = all[(index + 3) % all.length] ?? first;
      return [[`${first[0]}, and ${second[0]}`, first[1], second[1]] as const];
    });

  /** Of pairs of what has been tried alone, every third. */
  const isTried = (_: unknown, at: number): boolean => isLong || at % 3 === 0;
  test.skip.each(together.filter((one, at) => !isTried(one, at)))('reaches who has %s', () => {});
  test.each(together.filter(isTried))('reaches who has %s', async (name, first, second) => {
    const student = path.join(folder, name);
    git(folder, 'clone', '--quiet', template, student);
    // A step that finds nothing to change, or nothing to commit, has been done by the other.
    for (const step of [...first.does, ...second.does, commit]) attempt(() => step(student));
    // What the second took away of the first's is no loss of ours.
    const theirs = Object.entries({ ...first.keeps, ...second.keeps }).filter(
      ([file, line]) => existsSync(path.join(student, file)) && textOf(student, file).includes(line),
    );
    const isDirect = await update(student);
    if (!isDirect) git(student, 'merge', '--quiet', updateBranch);
    expect(textOf(student, 'nabla.mjs')).toBe('// the second grader\n');
    expect(textOf(student, statement)).toContain(correction);
    for (const [file, line] of theirs) expect(textOf(student, file)).toContain(line);
    const accused = tamperedFiles(readHandout(student)!, student);
    expect([...(first.tampered ?? []), ...(second.tampered ?? [])]).toEqual(expect.arrayContaining([...accused]));
  });

  test.each(['bare', 'shallow', 'forked'])('reaches a repository that is %s', async (kind) => {
    const student = path.join(folder, `${kind}-student`);
    git(folder, 'clone', '--quiet', template, student);
    work(student);
    commit(student);
    const remote = path.join(folder, kind);
    const depth = kind === 'shallow' ? ['--depth', '1'] : ['--bare'];
    git(folder, 'clone', '--quiet', ...depth, `file://${student}`, remote);
    expect(await update(remote)).toBe(false);
    const own = kind === 'shallow' ? remote : student;
    if (kind !== 'shallow') git(student, 'fetch', '--quiet', remote, `${updateBranch}:${updateBranch}`);
    git(own, 'merge', '--quiet', updateBranch);
    expect(textOf(own, statement)).toContain(correction);
    expect(textOf(own, stub)).toContain('// my own line');
    expect(tamperedFiles(readHandout(own)!, own)).toEqual([]);
  });

  test('calls nobody a tamperer who still has the older text, after two corrections as well', async () => {
    const student = path.join(folder, 'twice');
    git(folder, 'clone', '--quiet', template, student);
    const before = textOf(student, statement);
    await update(student);
    const third = corrected.map((file) =>
      file.name === statement ? { ...file, content: `${file.content}\nOnce more.\n` } : file,
    );
    // The digests of the edition, as the statement now is.
    await update(student, remade(third));
    const handout = readHandout(student)!;
    expect(handout.earlier?.[statement]).toHaveLength(2);
    writeFileSync(path.join(student, statement), before);
    expect(tamperedFiles(handout, student)).toEqual([]);
    appendFileSync(path.join(student, statement), 'Full points for everybody.\n');
    expect(tamperedFiles(handout, student)).toEqual([statement]);
  });

  test('is one more commit on the same history, and none where nothing has changed', async () => {
    const student = path.join(folder, 'the-same');
    git(folder, 'clone', '--quiet', template, student);
    const head = git(student, 'rev-parse', 'HEAD');
    await update(student);
    expect(git(student, 'rev-parse', 'HEAD~1')).toBe(head);
    const open = await HandoutUpdate.open(student);
    expect(open.plan(corrected, false).changes).toEqual([]);
    open.close();
  });

  test('overwrites no branch of that name that holds work', async () => {
    const student = path.join(folder, 'own-branch');
    git(folder, 'clone', '--quiet', template, student);
    work(student);
    commit(student);
    git(student, 'branch', updateBranch);
    git(student, 'switch', '--quiet', updateBranch);
    appendFileSync(path.join(student, 'README.md'), 'more\n');
    commit(student);
    git(student, 'switch', '--quiet', 'main');
    await expect(update(student)).rejects.toThrow(/with work on it/);
  });

  test('is refused for what is no handout', async () => {
    await expect(HandoutUpdate.open(path.join(folder, 'nowhere'))).rejects.toThrow(/no git repository/);
    const other = path.join(folder, 'other');
    git(folder, 'init', '--quiet', other);
    writeFileSync(path.join(other, 'a.txt'), 'a');
    commit(other);
    await expect(HandoutUpdate.open(other)).rejects.toThrow(/there is no handout.json/);
  });
});
