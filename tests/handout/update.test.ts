import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { digestOf, readHandout, tamperedFiles } from '../../grader/handout/digests.ts';
import { type HandoutFile, handoutFiles } from '../../grader/handout/files.ts';
import { commitAll } from '../../grader/handout/repository.ts';
import { HandoutUpdate, updateBranch } from '../../grader/handout/update-repository.ts';
import { writeFolder } from '../../grader/handout/write-folder.ts';
import { readManifest } from '../../grader/load/manifest.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'nabla-updates-'));
const template = path.join(folder, 'template');
const assignment = 'assignments/01-backpropagation';
const statement = `${assignment}/statement.en.md`;
const stub = `${assignment}/src/sigmoid.ts`;

const first = handoutFiles({
  handed: [{ folder: assignment, manifest: readManifest(assignment) }],
  languages: ['en', 'ru'],
  grader: '// the first grader\n',
  version: '1.0.0',
  hasWorkflow: true,
});
const firstLine = String(first.find(({ name }) => name === statement)?.content).split('\n')[0] ?? '';

/** The next edition: another title in the statement, another grader, a picture more. */
const correction = 'Corrected in November.';
const second = handoutFiles({
  handed: [{ folder: assignment, manifest: readManifest(assignment) }],
  languages: ['en', 'ru'],
  grader: '// the second grader\n',
  version: '1.1.0',
  hasWorkflow: true,
});
/** An edition whose `handout.json` has the digests of what its files now hold. */
const remade = (files: readonly HandoutFile[]): readonly HandoutFile[] => {
  const digests = (isFixed: boolean) =>
    Object.fromEntries(
      files
        .filter(({ name, role }) => name !== 'handout.json' && (role === 'fixed') === isFixed)
        .map(({ name, content }) => [name, digestOf(content)]),
    );
  return files.map((file) => {
    if (file.name !== 'handout.json') return file;
    const handout = { ...JSON.parse(String(file.content)), files: digests(true), given: digests(false) };
    return { ...file, content: `${JSON.stringify(handout, null, 2)}\n` };
  });
};

const corrected = remade([
  ...second
    .slice(0, -1)
    .map((file) =>
      file.name === statement
        ? { ...file, content: String(file.content).replace(firstLine, `${firstLine} ${correction}`) }
        : file,
    ),
  { name: `${assignment}/pictures/new.svg`, content: '<svg/>\n', role: 'fixed' },
  ...second.slice(-1),
]);

const git = (where: string, ...args: readonly string[]): string =>
  execFileSync(
    'git',
    ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-c', 'core.autocrlf=false', ...args],
    {
      cwd: where,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );

const commit = (where: string): void => {
  git(where, 'add', '--all');
  git(where, 'commit', '--quiet', '-m', 'my work');
};
const edit = (where: string, name: string, change: (text: string) => string): void => {
  const file = path.join(where, name);
  writeFileSync(file, change(readFileSync(file, 'utf8')));
};
const work = (where: string): void => edit(where, stub, (text) => `${text}// my own line\n`);

interface Case {
  /** What the student did with their clone. */
  readonly does: readonly ((where: string) => void)[];
  /** Lines of theirs that have to be there at the end, by file. */
  readonly keeps?: Readonly<Record<string, string>>;
  readonly tampered?: readonly string[];
  /** Whether they have worked on the branch, so that they merge. */
  readonly merges?: boolean;
}

const note = 'note to myself';
const kept = { [stub]: '// my own line' };
const write = (name: string, text: string) => (where: string) => writeFileSync(path.join(where, name), text);
const append = (name: string, text: string) => (where: string) => appendFileSync(path.join(where, name), text);
const remove = (name: string) => (where: string) => rmSync(path.join(where, name), { recursive: true });
const call =
  (...args: readonly string[]) =>
  (where: string) =>
    void git(where, ...args);

const cases: Readonly<Record<string, Case>> = {
  'nothing so far': { does: [] },
  'work that is committed': { does: [work, commit], keeps: kept, merges: true },
  'work that is not committed': { does: [work], keeps: kept },
  'a file of their own': {
    does: [work, write(`${assignment}/src/mine.ts`, '// mine\n'), commit],
    keeps: { ...kept, [`${assignment}/src/mine.ts`]: '// mine' },
    merges: true,
  },
  'notes in the README': { does: [append('README.md', note), commit], keeps: { 'README.md': note } },
  'notes in the statement': {
    does: [work, append(statement, note), commit],
    keeps: { ...kept, [statement]: note },
    tampered: [statement],
    merges: true,
  },
  'another title in the line that is corrected': {
    does: [work, (where) => edit(where, statement, (text) => text.replace(firstLine, '# My title')), commit],
    keeps: { [statement]: '# My title' },
    tampered: [statement],
    merges: true,
  },
  'a grader of their own': { does: [work, write('nabla.mjs', '// all passed\n'), commit], keeps: kept, merges: true },
  'a statement that was removed': { does: [work, remove(statement), commit], keeps: kept, merges: true },
  'a stub that was removed': { does: [remove(stub), commit] },
  'line ends of Windows': {
    does: [
      work,
      write('.gitattributes', '* -text\n'),
      ...[stub, statement].map((name) => (where: string) => edit(where, name, (text) => text.replaceAll('\n', '\r\n'))),
      commit,
    ],
    keeps: kept,
    merges: true,
  },
  'a branch that was merged': {
    does: [
      call('switch', '--quiet', '-c', 'side'),
      work,
      commit,
      call('switch', '--quiet', 'main'),
      append('README.md', note),
      commit,
      call('merge', '--quiet', '--no-edit', 'side'),
    ],
    keeps: { ...kept, 'README.md': note },
    merges: true,
  },
  'another name for the branch': { does: [call('branch', '-m', 'master'), work, commit], keeps: kept, merges: true },
  'a history of one commit': {
    does: [work, call('add', '--all'), call('commit', '--quiet', '--amend', '-m', 'all in one')],
    keeps: kept,
    merges: true,
  },
  'a link in the place of the pictures': {
    does: [
      work,
      remove(`${assignment}/pictures`),
      (where) => symlinkSync(folder, path.join(where, assignment, 'pictures')),
      commit,
    ],
    keeps: kept,
    merges: true,
  },
};

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
