import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSources } from '../../grader/cli/class/sources.ts';
import { projectRoot } from '../../grader/load/assignment/grading.ts';
import { commitTo, temporary, tipOf } from '../repository/made.ts';

const slug = '01-backpropagation';
const head = 'ref: refs/heads/main\n';
const isPosix = process.platform !== 'win32';

/** A class of one who committed, and one whose folder has a file and whatever else is put there. */
function classWith(put: (git: string, anna: string) => void): string {
  const folder = temporary('borrowed');
  const anna = path.join(folder, 'anna', '.git');
  commitTo(anna, [{ date: '2026-11-01T12:00:00Z', files: { 'sigmoid.ts': 'export const x = 1;\n' } }]);
  mkdirSync(path.join(folder, 'boris'));
  writeFileSync(path.join(folder, 'boris', 'sigmoid.ts'), '');
  put(path.join(folder, 'boris', '.git'), anna);
  return folder;
}

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
}

function sourcesOf(folder: string): Readonly<Record<string, string>> {
  const options = { due: undefined, extensions: undefined, variants: [], columns: [], encoding: undefined };
  const { entries } = readSources(projectRoot(), [slug], { ...options, sources: ['.'] }, folder);
  return Object.fromEntries(entries.map(({ student, source }) => [student, source.kind]));
}

describe('a folder whose repository has the commits of another one is graded by its files', () => {
  test.each<[string, (git: string, anna: string) => void]>([
    ['a file that names it', (git) => writeFileSync(git, 'gitdir: ../anna/.git\n')],
    ['a link to it', (git, anna) => symlinkSync(anna, git, 'junction')],
    [
      'a common folder',
      (git) => write(git, { HEAD: head, commondir: '../../anna/.git\n', 'refs/heads/x': '', 'objects/x': '' }),
    ],
    [
      'alternates',
      (git, anna) =>
        write(git, {
          HEAD: head,
          'refs/heads/main': `${tipOf(anna)}\n`,
          'objects/info/alternates': path.join(anna, 'objects'),
        }),
    ],
    [
      'links to its objects and branches',
      (git, anna) => {
        write(git, { HEAD: head });
        for (const name of ['objects', 'refs']) symlinkSync(path.join(anna, name), path.join(git, name), 'junction');
      },
    ],
    [
      'the folder itself for a repository',
      (git) => write(path.dirname(git), { HEAD: head, commondir: '../anna/.git\n', 'refs/x': '', 'objects/x': '' }),
    ],
  ])('by %s', (_, put) => {
    expect(sourcesOf(classWith(put))).toEqual({ anna: 'repository', boris: 'folder' });
  });
});

test("what is no repository at all, but is called like one, is its owner's own affair", () => {
  const folders = [
    classWith((git) => write(git, { HEAD: head, 'refs/heads': '', 'objects/x': '' })),
    classWith((git) => write(git, { HEAD: head, refs: '', objects: '' })),
    ...(isPosix
      ? [
          classWith((git) => {
            write(git, { 'refs/heads/main': '', 'objects/x': '' });
            execFileSync('mkfifo', [path.join(git, 'HEAD')]);
          }),
        ]
      : []),
  ];
  for (const folder of folders) expect(sourcesOf(folder)).toEqual({ anna: 'repository', boris: 'folder' });
});
