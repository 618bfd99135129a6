import { execFileSync } from 'node:child_process';
import { appendFileSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { assignment, firstLine, statement, stub } from './editions.ts';

export const git = (where: string, ...args: readonly string[]): string =>
  execFileSync(
    'git',
    ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-c', 'core.autocrlf=false', ...args],
    {
      cwd: where,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );

export const commit = (where: string): void => {
  git(where, 'add', '--all');
  git(where, 'commit', '--quiet', '-m', 'my work');
};
const edit = (where: string, name: string, change: (text: string) => string): void => {
  const file = path.join(where, name);
  writeFileSync(file, change(readFileSync(file, 'utf8')));
};
export const work = (where: string): void => edit(where, stub, (text) => `${text}// my own line\n`);

export interface Case {
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

/** What students have done with their clones when a correction comes. */
export const cases: Readonly<Record<string, Case>> = {
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
      (where) => symlinkSync(tmpdir(), path.join(where, assignment, 'pictures')),
      commit,
    ],
    keeps: kept,
    merges: true,
  },
};
