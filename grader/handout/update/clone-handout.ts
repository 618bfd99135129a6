import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { SimpleGit } from 'simple-git';
import { NablaError, type Saying, saying } from '../../errors.ts';
import { handoutFile } from '../digests.ts';
import { withoutSecrets } from '../repository.ts';

/** A repository that is none that was handed out. */
export const notAHandout = (target: string, reason: Saying): NablaError =>
  new NablaError('cannot-update', 'cannot-update', { target: withoutSecrets(target), reason });

/** Why one is none that has no `handout.json`. */
export const noHandoutInIt = saying('not-in-last-commit', { file: handoutFile });

/** Its branch, and the commit that handed it out: the last that touched `handout.json`. */
export async function clone(git: SimpleGit, target: string): Promise<readonly [branch: string, base: string]> {
  const source = existsSync(target) ? path.resolve(target) : target;
  try {
    await git.clone(source, '.', ['--quiet', '--no-local']);
  } catch {
    throw notAHandout(target, saying('no-git-repository'));
  }
  const branch = (await git.raw(['symbolic-ref', '--short', 'HEAD']).catch(() => '')).trim();
  const base = (await git.raw(['log', '-1', '--format=%H', '--', handoutFile]).catch(() => '')).trim();
  if (branch === '' || base === '') throw notAHandout(target, noHandoutInIt);
  return [branch, base];
}

/** Reads files as they were at a commit. */
export const atCommit =
  (folder: string, commit: string) =>
  (name: string): Buffer | undefined => {
    try {
      return execFileSync('git', ['show', `${commit}:${name}`], { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] });
    } catch {
      return undefined;
    }
  };
