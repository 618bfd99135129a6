import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { SimpleGit } from 'simple-git';
import { withoutSecrets } from './address.ts';
import { gitIn } from './git.ts';

/** A branch as it was found, or what there was in its place. */
export type Fetched =
  | { readonly kind: 'found'; readonly branch: string; readonly tip: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'no-branch'; readonly branches: readonly string[]; readonly tags: readonly string[] };

/** A repository that cannot be reached: nothing is known of what is in it. */
export class Unreachable extends Error {}

/** Our copy of somebody's repository: bare, without a work tree, and without its address or anything secret. */
export interface Mirror {
  readonly folder: string;
  readonly git: SimpleGit;
}

/** The name under which a repository is known, without the secrets that its address may hold. */
const keyOf = (address: string): string =>
  createHash('sha256').update(withoutSecrets(address)).digest('hex').slice(0, 24);

/** Opens the copy of a repository, and makes an empty one first where there is none. */
export async function openMirror(cache: string, address: string): Promise<Mirror> {
  const folder = path.join(cache, `${keyOf(address)}.git`);
  if (!existsSync(folder)) {
    mkdirSync(cache, { recursive: true });
    const temporary = mkdtempSync(`${folder}.tmp-`);
    await gitIn(temporary).raw(['init', '--quiet', '--bare', '--template=', '.']);
    try {
      renameSync(temporary, folder);
    } catch (error) {
      // Another process was faster.
      rmSync(temporary, { recursive: true, force: true });
      if (!existsSync(folder)) throw error;
    }
  }
  return { folder, git: gitIn(folder, [`remote.origin.url=${address}`]) };
}

/** As a server may leave larger files away, none of which can be a solution, they are never transferred. */
const filter = '--filter=blob:limit=1m';

/**
 * Fetches a branch, or the one that the repository shows first, and keeps whatever was fetched before. Throws
 * `Unreachable`, with what git said.
 */
export async function fetchBranch({ git }: Mirror, wanted: string): Promise<Fetched> {
  const refs = await reading(git, [
    'ls-remote',
    '--quiet',
    '--symref',
    'origin',
    'HEAD',
    'refs/heads/*',
    'refs/tags/*',
  ]);
  const lines = refs.split('\n').map((line) => line.split('\t'));
  const heads = new Map(
    lines.flatMap(([tip = '', ref = '']) => (ref.startsWith('refs/heads/') ? [[ref.slice(11), tip]] : [])),
  );
  const tags = lines.flatMap(([, ref = '']) => (/^refs\/tags\/.*(?<!\^\{\})$/.test(ref) ? [ref.slice(10)] : []));
  const symbolic = lines.find(([target = '', ref]) => ref === 'HEAD' && target.startsWith('ref: refs/heads/'));
  const shown = symbolic?.[0]?.slice('ref: refs/heads/'.length);
  const branches = [...heads.keys()];
  const branch = [wanted || shown, wanted === '' && branches.length === 1 ? branches[0] : undefined].find(
    (name) => name !== undefined && heads.has(name),
  );
  if (branch === undefined) {
    return branches.length + tags.length === 0 ? { kind: 'empty' } : { kind: 'no-branch', branches, tags };
  }
  const tip = heads.get(branch)!;
  // Refs by the commit: what was fetched once stays, whatever the branch is moved to.
  await readingUnlocked(git, [
    'fetch',
    '--quiet',
    '--no-tags',
    '--no-write-fetch-head',
    '--no-recurse-submodules',
    '--update-shallow',
    filter,
    'origin',
    `+refs/heads/${branch}:refs/nabla/${tip}`,
  ]);
  // The branch may have moved between the two.
  const fetched = (await git.raw(['rev-parse', `refs/nabla/${tip}`])).trim();
  if (fetched !== tip) await git.raw(['update-ref', `refs/nabla/${fetched}`, fetched]);
  return { kind: 'found', branch, tip: fetched };
}

/** Milliseconds for which no git that lives holds a lock of a reference. */
const longestLock = 1000;
const mostLocks = 5;

/** The same, where another process holds a lock, or held it when it was killed: such a one is taken away. */
async function readingUnlocked(git: SimpleGit, args: string[]): Promise<string> {
  for (let tries = 0; ; tries++) {
    try {
      return await reading(git, args);
    } catch (error) {
      const lock = /Unable to create '(.+?\.lock)'/.exec((error as Error).message)?.[1];
      if (lock === undefined || tries === mostLocks) throw error;
      const made = (): number | undefined => statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
      const before = made();
      await new Promise((resolve) => setTimeout(resolve, longestLock));
      if (before !== undefined && made() === before) rmSync(lock, { force: true });
    }
  }
}

async function reading(git: SimpleGit, args: string[]): Promise<string> {
  try {
    return await git.raw(args);
  } catch (error) {
    throw new Unreachable(withoutSecrets((error as Error).message.trim().split('\n').slice(0, 3).join(' ')));
  }
}
