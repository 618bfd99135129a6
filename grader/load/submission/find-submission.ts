import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { NablaError, saying } from '../../errors.ts';
import { placesOf } from './places.ts';

/** Where a submission was found: its root, and the folder of the files of one assignment in it. */
export interface Found {
  readonly root: string;
  readonly folder: string;
}

/** What is looked for. */
export interface Sought {
  readonly slug: string;
  /** The files that students write, of which one at least has to be there. */
  readonly files: readonly string[];
  /** Whether no other assignment is graded, so that the folder may hold the files themselves. */
  readonly isOnlyOne: boolean;
  /** Whether a folder in which nothing is found is a submission all the same, in which everything is missing. */
  readonly mayBeEmpty: boolean;
}

/**
 * Finds a submission in the folder that the caller named: a repository, a folder with one of the assignment's name, `src/`,
 * the folder of the files, or one of these within a single folder, as an archive unpacks to. Throws `no-submission`, which
 * says what was looked for.
 */
export function findSubmission(folder: string, sought: Sought): Found {
  const { slug, files, isOnlyOne, mayBeEmpty } = sought;
  const isThere = (candidate: string): boolean => files.some((name) => existsSync(path.join(candidate, name)));
  for (const root of [folder, ...wrapped(folder)]) {
    const found = placesOf(slug, isOnlyOne)
      .map((place) => path.join(root, place))
      .find(isThere);
    if (found !== undefined) return { root, folder: found };
  }
  const inRepository = path.join(folder, 'assignments', slug, 'src');
  if (isFolder(folder) && mayBeEmpty) {
    return { root: folder, folder: isOnlyOne && !isFolder(inRepository) ? folder : inRepository };
  }
  const give = saying(isOnlyOne ? 'give-repository-or-files' : 'give-repository', { inner: `assignments/${slug}/src` });
  if (!isFolder(folder)) throw new NablaError('no-submission', 'no-folder', { folder, give });
  const names = listed(folder);
  if (names.length === 0) throw new NablaError('no-submission', 'holds-nothing', { folder, files, give });
  throw new NablaError('no-submission', 'holds-others', { folder, files, names, give });
}

/** Links that the caller typed are followed. */
const isFolder = (file: string): boolean => statSync(file, { throwIfNoEntry: false })?.isDirectory() === true;

/** What archives and systems leave beside what was packed. */
const isLeftBehind = (name: string): boolean => name.startsWith('.') || name === '__MACOSX';

/** The one folder in which all lies that a folder holds. */
function wrapped(folder: string): readonly string[] {
  if (!isFolder(folder)) return [];
  const names = readdirSync(folder).filter((name) => !isLeftBehind(name));
  return names.length === 1 ? names.map((name) => path.join(folder, name)).filter(isFolder) : [];
}

const mostListed = 8;

function listed(folder: string): readonly string[] {
  const names = readdirSync(folder).filter((name) => !isLeftBehind(name));
  return names.length > mostListed ? [...names.slice(0, mostListed), '…'] : names;
}
