import { lstatSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** What git reads to find the commits of a repository. Links among hooks and the like lead to none. */
const read = ['HEAD', 'config', 'objects', 'packed-refs', 'refs', 'shallow'];
/** By these git takes the commits of another repository for this one's. */
const borrowed = ['commondir', 'objects/info/alternates', 'objects/info/http-alternates'];

/**
 * Whether the commits of a folder's repository are in the folder itself. A `.git` that came with a student's archive may
 * name a classmate's repository, or the teacher's, on the machine that grades.
 */
export function hasOwnHistory(folder: string): boolean {
  try {
    const inner = path.join(folder, '.git');
    const repository = kindOf(inner) === 'none' ? folder : inner;
    return (
      kindOf(repository) === 'folder' &&
      read.every((name) => isPlain(path.join(repository, name))) &&
      borrowed.every((name) => kindOf(path.join(repository, name)) === 'none')
    );
  } catch {
    // A file where a folder has to be, or what nobody may read: git finds no commits there either.
    return false;
  }
}

/** Neither a link nor a pipe, which git would wait for, nor holding one. */
function isPlain(place: string): boolean {
  const kind = kindOf(place);
  return kind !== 'folder' ? kind !== 'other' : readdirSync(place).every((name) => isPlain(path.join(place, name)));
}

function kindOf(place: string): 'none' | 'file' | 'folder' | 'other' {
  const stats = lstatSync(place, { throwIfNoEntry: false });
  if (stats === undefined) return 'none';
  return stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other';
}
