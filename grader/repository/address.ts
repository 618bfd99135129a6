import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { NablaError } from '../errors.ts';

/** Ways to reach a repository. `ext::`, which runs a command, and whatever else git knows is refused. */
const remote = /^(?:https?|ssh|git):\/\/[^-\s]\S*$/i;
const secureShell = /^[\w.][\w.-]*@[\w.][\w.-]*:[^-\s]\S*$/;

/**
 * Where a repository is: a URL, or a path from the folder of the roster that names it. Throws `bad-roster` for whatever
 * git would take for an option or a command.
 */
export function addressOf(text: string, folder: string): string {
  if (remote.test(text) || secureShell.test(text)) return text;
  const local = /^file:\/\//i.test(text) ? filePath(text) : text;
  if (local !== undefined && !/^-|::|:\/\/|[\p{Cc}]/u.test(local)) return path.resolve(folder, local);
  throw new NablaError('bad-roster', 'not-an-address', { text: withoutSecrets(text) });
}

function filePath(url: string): string | undefined {
  try {
    return fileURLToPath(url);
  } catch {
    return undefined;
  }
}

export const isLocal = (address: string): boolean => path.isAbsolute(address);

/** Whether a local folder is a git repository, with a work tree or without. */
export const isRepository = (folder: string): boolean =>
  existsSync(path.join(folder, '.git')) ||
  ['HEAD', 'objects', 'refs'].every((name) => existsSync(path.join(folder, name)));

/** A text as it may be shown or stored: user names and tokens in URLs are left out. */
export const withoutSecrets = (text: string): string => text.replace(/\/\/[^/@\s]*@/g, '//');

/** A branch as git names them. Throws `bad-roster`. */
export function checkBranch(branch: string): string {
  const isName =
    branch !== '' && !/[\p{Cc}\s~^:?*[\\]|\.\.|@\{|\/\/|^\/|\/$|\.lock(?:\/|$)|(?:^|\/)\.|\.$/u.test(branch);
  if (!isName) throw new NablaError('bad-roster', 'not-a-branch', { branch });
  return branch;
}
