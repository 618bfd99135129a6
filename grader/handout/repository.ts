import { type SimpleGit, simpleGit } from 'simple-git';
import { NablaError } from '../errors.ts';

const branch = 'main';

/** Who commits where the teacher's git does not say. */
const fallback = { name: 'Nabla', email: 'nabla@localhost' };

/** Says who commits in a repository where nobody is named. */
export async function nameCommitter(git: SimpleGit): Promise<void> {
  for (const key of ['name', 'email'] as const) {
    const { value } = await git.getConfig(`user.${key}`);
    if (!value) await git.addConfig(`user.${key}`, fallback[key]);
  }
}

/** What git takes from the environment: how to reach a remote is the caller's own business, all else is left out. */
const reachable = ['GIT_SSH_COMMAND', 'GIT_SSL_CAINFO', 'GIT_ASKPASS', 'SSH_ASKPASS'];
const isGuarded = (name: string): boolean => /^git_|^prefix$|editor|pager|askpass|^visual$/i.test(name);
const passedOn = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !isGuarded(name) || reachable.includes(name)));

/**
 * Git for a repository that somebody else may have written into: no hook of it runs, no link of it is followed, no large
 * file is fetched, nobody is asked for a password.
 */
export const quietGit = (folder: string): SimpleGit =>
  simpleGit({
    baseDir: folder,
    config: ['core.hooksPath=/dev/null', 'core.symlinks=false', 'core.autocrlf=false', 'protocol.ext.allow=never'],
    allowEnvironment: [...reachable, 'GIT_LFS_SKIP_SMUDGE', 'GIT_TERMINAL_PROMPT'],
    unsafe: {
      allowUnsafeHooksPath: true,
      allowUnsafeProtocolOverride: true,
      allowUnsafeSshCommand: true,
      allowUnsafeAskPass: true,
    },
  }).env({ ...passedOn(), GIT_LFS_SKIP_SMUDGE: '1', GIT_TERMINAL_PROMPT: '0' });

/** Makes a folder a git repository with one commit. */
export async function commitAll(folder: string, message: string): Promise<void> {
  const git = simpleGit(folder);
  await git.init(['--initial-branch', branch]);
  await nameCommitter(git);
  await git.add(['--all']);
  await git.commit(message);
}

/** Throws `cannot-push` unless the remote can be reached and has no branch yet. */
export async function checkIsEmpty(url: string): Promise<void> {
  let heads: string;
  try {
    heads = await simpleGit().listRemote(['--heads', url]);
  } catch {
    throw new NablaError('cannot-push', 'repository-unreachable', { url: withoutSecrets(url) });
  }
  if (heads.trim() !== '') throw new NablaError('cannot-push', 'repository-full', { url: withoutSecrets(url) });
}

/** Sends the commit to an empty remote. Throws `cannot-push`. */
export async function push(folder: string, url: string): Promise<void> {
  const git: SimpleGit = simpleGit(folder);
  try {
    await git.push(url, branch);
  } catch {
    throw new NablaError('cannot-push', 'push-rejected', { url: withoutSecrets(url), folder });
  }
}

/** A URL as it may be shown: a token in it is none of the screen's business. */
export const withoutSecrets = (url: string): string => url.replace(/\/\/[^/@]*@/, '//');
