import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A file of a commit: its text, or its bytes, or where a link points to. */
export type Content = string | Buffer | { readonly link: string };

export interface MadeCommit {
  /** `2026-11-30T12:00:00Z`. */
  readonly date: string;
  readonly files: Readonly<Record<string, Content>>;
  readonly branch?: string;
  /** Begins the branch anew: what was on it before is on it no more. */
  readonly anew?: boolean;
}

export const temporary = (name: string): string => mkdtempSync(path.join(tmpdir(), `nabla-${name}-`));

export const git = (folder: string, ...args: readonly string[]): string =>
  execFileSync('git', ['-C', folder, '-c', 'safe.directory=*', ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });

/** Makes a bare repository, or adds to one, by git's own import format: no work tree, one process. */
export function commitTo(folder: string, commits: readonly MadeCommit[]): string {
  mkdirSync(folder, { recursive: true });
  git(folder, 'init', '--quiet', '--bare', '--initial-branch=main', '.');
  // Of the branches that are there the first commit says what it follows; those of this stream follow by themselves.
  const known = new Set(git(folder, 'for-each-ref', '--format=%(refname)').split('\n'));
  const parts = commits.flatMap(({ date, files, branch = 'main', anew = false }) => {
    const ref = `refs/heads/${branch}`;
    const seconds = Date.parse(date) / 1000;
    const parent = known.has(ref) && !anew ? [`from ${ref}^0\n`] : [];
    known.delete(ref);
    const reset = anew ? [`reset ${ref}\n\n`] : [];
    return [
      ...reset,
      `commit ${ref}\ncommitter S <s@x> ${seconds} +0000\ndata 1\nx\n`,
      ...parent,
      ...Object.entries(files).flatMap(([name, content]) => fileParts(name, content)),
      '\n',
    ];
  });
  const input = Buffer.concat(parts.map((part) => Buffer.from(part)));
  execFileSync('git', ['-C', folder, 'fast-import', '--quiet', '--force', '--date-format=raw-permissive'], { input });
  return folder;
}

function fileParts(name: string, content: Content): (string | Buffer)[] {
  const isLink = typeof content === 'object' && 'link' in content;
  const bytes = Buffer.from(isLink ? content.link : content);
  const quoted = `"${name.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
  return [`M ${isLink ? '120000' : '100644'} inline ${quoted}\ndata ${bytes.length}\n`, bytes, '\n'];
}

export const tipOf = (folder: string, branch = 'main'): string =>
  git(folder, 'rev-parse', `refs/heads/${branch}`).trim();
