import { type Dirent, lstatSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Content, Entry, EntryKind, Source } from './tree.ts';

/** Deeper than any solution lies, even inside of an unpacked archive. */
const maxDepth = 8;
const maxEntries = 20_000;

/** The files of a folder. Links are listed and never followed, save the folder itself, which the caller named. */
export function filesOf(folder: string, deepest = maxDepth): Source {
  const entries: Entry[] = [];
  const visit = (inner: string, depth: number): void => {
    for (const entry of listed(path.join(folder, inner))) {
      const name = entry.name.toString();
      // Not UTF-8: nothing can import it, and Node cannot name it.
      if (name.includes('\uFFFD') || entries.length >= maxEntries) continue;
      const inside = inner === '' ? name : `${inner}/${name}`;
      if (!entry.isDirectory()) entries.push({ path: inside, kind: kindOf(entry) });
      else if (depth < deepest && name !== '.git' && name !== 'node_modules') visit(inside, depth + 1);
    }
  };
  visit('', 0);
  return {
    entries,
    read: async (paths, maxBytes) => new Map(paths.map((name) => [name, readSmall(path.join(folder, name), maxBytes)])),
  };
}

function listed(folder: string): readonly Dirent<Buffer>[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true, encoding: 'buffer' }) as unknown as Dirent<Buffer>[];
    return entries.sort((a, b) => Buffer.compare(a.name, b.name));
  } catch {
    // What cannot be opened has nothing that could be handed in.
    return [];
  }
}

const kindOf = (entry: Dirent<Buffer>): EntryKind =>
  entry.isFile() ? 'file' : entry.isSymbolicLink() ? 'link' : 'other';

function readSmall(file: string, maxBytes: number): Content {
  const stats = lstatSync(file, { throwIfNoEntry: false });
  return stats?.isFile() === true && stats.size <= maxBytes ? readFileSync(file) : undefined;
}
