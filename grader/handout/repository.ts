import { type SimpleGit, simpleGit } from 'simple-git';
import { NablaError } from '../errors.ts';

const branch = 'main';

/** Who commits where the teacher's git does not say. */
const fallback = { name: 'Nabla', email: 'nabla@localhost' };

/** Makes a folder a git repository with one commit. */
export async function commitAll(folder: string, message: string): Promise<void> {
  const git = simpleGit(folder);
  await git.init(['--initial-branch', branch]);
  for (const key of ['name', 'email'] as const) {
    const { value } = await git.getConfig(`user.${key}`);
    if (!value) await git.addConfig(`user.${key}`, fallback[key]);
  }
  await git.add(['--all']);
  await git.commit(message);
}

/** Throws `cannot-push` unless the remote can be reached and has no branch yet. */
export async function checkIsEmpty(url: string): Promise<void> {
  let heads: string;
  try {
    heads = await simpleGit().listRemote(['--heads', url]);
  } catch {
    throw new NablaError('cannot-push', `the repository ${withoutSecrets(url)} cannot be reached`, 'Check --push.');
  }
  if (heads.trim() !== '') {
    throw new NablaError('cannot-push', `${withoutSecrets(url)} is not empty`, 'Give --push an empty repository.');
  }
}

/** Sends the commit to an empty remote. Throws `cannot-push`. */
export async function push(folder: string, url: string): Promise<void> {
  const git: SimpleGit = simpleGit(folder);
  try {
    await git.push(url, branch);
  } catch {
    throw new NablaError('cannot-push', `${withoutSecrets(url)} did not take the commit`, `It is in ${folder}.`);
  }
}

/** A URL as it may be shown: a token in it is none of the screen's business. */
const withoutSecrets = (url: string): string => url.replace(/\/\/[^/@]*@/, '//');
