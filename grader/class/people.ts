import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { NablaError } from '../errors.ts';
import { addressOf, checkBranch, isLocal, isRepository, withoutSecrets } from '../repository/address.ts';
import { hasOwnHistory } from '../repository/own-history.ts';
import type { Roster } from '../roster/roster.ts';
import type { Student } from '../roster/student.ts';
import type { EntrySource } from './handed-in/entry.ts';

/** A student of the class, and where their files are. */
export interface Person extends Student {
  readonly source: EntrySource;
}

/** Everybody in a class, and the addresses that hold secrets, which are stored nowhere. */
export interface People {
  readonly people: readonly Person[];
  readonly withSecrets: ReadonlyMap<string, string>;
  /** Folders of which the roster knows no student, by their names. */
  readonly strangers: readonly string[];
}

/** Whether a folder holds a submission itself; if not, each folder in it may be one. */
export type IsSubmission = (folder: string) => boolean;

/**
 * The class that rosters and folders describe. A roster names the students; their files are in the repositories that it
 * names, or in folders called after them. Folders without a roster are the students themselves. Throws `bad-roster`.
 */
export function peopleOf(rosters: readonly Roster[], folders: readonly string[], isSubmission: IsSubmission): People {
  const withSecrets = new Map<string, string>();
  const found = folders.flatMap((folder) => studentFolders(folder, folders.length === 1, isSubmission));
  if (rosters.length === 0) {
    const people = found.map((folder) => personOf(path.basename(path.resolve(folder)), sourceFound(folder)));
    return { people: unique(people), withSecrets, strangers: [] };
  }
  const people = rosters.flatMap(({ file, students }) =>
    students.map((student): Person => {
      if (student.repository === '') return { ...student, source: folderFor(student, found) };
      const address = addressOf(student.repository, path.dirname(file));
      const branch = student.branch === '' ? '' : checkBranch(student.branch);
      const shown = withoutSecrets(address);
      withSecrets.set(shown, address);
      return {
        ...student,
        source: isLocal(address) ? sourceAt(address, branch) : { kind: 'repository', address: shown, branch },
      };
    }),
  );
  const taken = new Set(people.map(({ source }) => placeOf(source)));
  const strangers = found.filter((folder) => !taken.has(folder)).map((folder) => path.basename(folder));
  return { people: unique(people), withSecrets, strangers };
}

const placeOf = (source: EntrySource): string | undefined =>
  source.kind === 'folder' ? source.folder : source.kind === 'repository' ? source.address : undefined;

/** A folder on this machine: a repository is taken as one, with its commits. */
const sourceAt = (folder: string, branch = ''): EntrySource =>
  isRepository(folder) && !isUnborn(folder)
    ? { kind: 'repository', address: folder, branch }
    : { kind: 'folder', folder };

/** A folder that nobody named as a repository: what its owner put there for git may lead to somebody else's commits. */
const sourceFound = (folder: string): EntrySource =>
  hasOwnHistory(folder) ? sourceAt(folder) : { kind: 'folder', folder };

/** A work tree in which nothing was ever committed is a folder with files. */
function isUnborn(folder: string): boolean {
  const git = path.join(folder, '.git');
  if (!existsSync(git) || !statSync(git).isDirectory()) return false;
  const refs = path.join(git, 'refs', 'heads');
  const hasBranches = existsSync(refs) && statSync(refs).isDirectory() && readdirSync(refs).length > 0;
  return !hasBranches && !existsSync(path.join(git, 'packed-refs'));
}

function studentFolders(folder: string, isOnlyOne: boolean, isSubmission: IsSubmission): readonly string[] {
  if (isRepository(folder) || isSubmission(folder)) return [folder];
  const inner = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => path.join(folder, entry.name))
    .sort();
  // One of several that is empty, or holds something else, is somebody who handed in nothing.
  const holdsStudents = inner.filter((one) => isRepository(one) || isSubmission(one)).length > 0;
  return (isOnlyOne && inner.length > 0) || holdsStudents ? inner : [folder];
}

const personOf = (id: string, source: EntrySource): Person => ({
  id,
  name: '',
  email: '',
  repository: '',
  branch: '',
  variant: '',
  due: '',
  pushed: '',
  source,
});

/** By the id, the address or the name, as platforms call the folders of a download. */
function folderFor(student: Student, folders: readonly string[]): EntrySource {
  const names = [student.id, student.email, student.email.split('@')[0] ?? ''].filter((name) => name !== '');
  const isCalled = (folder: string, name: string): boolean => {
    const base = path.basename(folder).toLowerCase();
    const wanted = name.toLowerCase();
    return base === wanted || base.split(/[_\s]+/).includes(wanted) || base.endsWith(`-${wanted}`);
  };
  const number = /^\D+(\d+)$/.exec(student.id)?.[1];
  // Moodle: `Jane Doe_123_assignsubmission_file` for "Participant 123".
  const all = number === undefined ? names : [...names, number];
  const exact = folders.filter((folder) =>
    all.some((name) => path.basename(folder).toLowerCase() === name.toLowerCase()),
  );
  const fitting = exact.length > 0 ? exact : folders.filter((folder) => all.some((name) => isCalled(folder, name)));
  if (fitting.length > 1) {
    const names = fitting.map((folder) => path.basename(folder));
    throw new NablaError('bad-roster', 'several-folders', { student: student.id, folders: names });
  }
  const [folder] = fitting;
  return folder === undefined ? { kind: 'none' } : sourceFound(folder);
}

/** Throws `bad-roster` where two are the same student. */
function unique(people: readonly Person[]): readonly Person[] {
  const seen = new Set<string>();
  for (const { id } of people) {
    const key = id.normalize('NFC').toLowerCase();
    if (seen.has(key)) throw new NablaError('bad-roster', 'student-twice', { id });
    seen.add(key);
  }
  return people;
}
