import { spawn } from 'node:child_process';
import type { Mirror } from './mirror.ts';

/** What lies at a path: only a file can be a solution. */
export type EntryKind = 'file' | 'link' | 'other';

export interface Entry {
  /** From the root, with `/`. Names that are not UTF-8 are left out: nothing can import them. */
  readonly path: string;
  readonly kind: EntryKind;
}

/** The content of a file; undefined where it is larger than asked for, or not there. */
export type Content = Buffer | undefined;

/** Files as somebody handed them in: a commit, or a folder. Nothing of it is run, written out or followed. */
export interface Source {
  readonly entries: readonly Entry[];
  /** The contents of files among the entries, by path. */
  readonly read: (paths: readonly string[], maxBytes: number) => Promise<ReadonlyMap<string, Content>>;
}

interface TreeEntry extends Entry {
  readonly object: string;
}

const kinds: Readonly<Record<string, EntryKind>> = {
  '100644': 'file',
  '100755': 'file',
  '100664': 'file',
  '120000': 'link',
};

/** The tree of a commit, read from git's own storage. */
export async function treeOf({ git, folder }: Mirror, commit: string): Promise<Source> {
  const listed = await git.raw(['ls-tree', '-r', '-z', '--full-tree', commit]);
  const entries = listed.split('\0').flatMap((line): TreeEntry[] => {
    const [, mode = '', object = '', path = ''] = /^(\d+) \w+ ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
    const isName = path !== '' && !path.includes('\uFFFD') && !path.split('/').includes('..');
    return isName ? [{ path, kind: kinds[mode] ?? 'other', object }] : [];
  });
  const objects = new Map(entries.map(({ path, object }) => [path, object]));
  return {
    entries,
    async read(paths, maxBytes) {
      // What a server left away would be fetched when it is asked for: only what is here is.
      const tree = await git.raw([
        'rev-list',
        '--objects',
        '--no-object-names',
        '--missing=print',
        '--no-walk',
        commit,
      ]);
      const here = new Set(tree.split('\n'));
      const wanted = paths
        .map((path) => objects.get(path))
        .filter((id) => id !== undefined && here.has(id)) as string[];
      const blobs = await readBlobs(folder, wanted, maxBytes);
      return new Map(paths.map((path) => [path, blobs.get(objects.get(path) ?? '')]));
    },
  };
}

/** Blobs by their ids. Too large ones are asked for their size alone. */
async function readBlobs(folder: string, ids: readonly string[], maxBytes: number): Promise<Map<string, Buffer>> {
  const known = [...new Set(ids)];
  const sizes = (await catFile(folder, '--batch-check=%(objectsize)', known)).toString().split('\n');
  const small = known.filter((_, at) => Number(sizes[at]) <= maxBytes);
  const output = await catFile(folder, '--batch=%(objectsize)', small);
  const blobs = new Map<string, Buffer>();
  let from = 0;
  for (const id of small) {
    const end = output.indexOf(0x0a, from);
    const size = Number(output.subarray(from, end).toString());
    blobs.set(id, output.subarray(end + 1, end + 1 + size));
    from = end + 1 + size + 1;
  }
  return blobs;
}

/** simple-git gives text; blobs are bytes. */
function catFile(folder: string, option: string, ids: readonly string[]): Promise<Buffer> {
  if (ids.length === 0) return Promise.resolve(Buffer.alloc(0));
  const git = spawn('git', ['--git-dir', folder, 'cat-file', option], { stdio: ['pipe', 'pipe', 'ignore'] });
  const chunks: Buffer[] = [];
  git.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  git.stdin.on('error', () => {});
  git.stdin.end(`${ids.join('\n')}\n`);
  return new Promise((resolve, reject) => {
    git.on('error', reject);
    git.on('close', (status) =>
      status === 0 ? resolve(Buffer.concat(chunks)) : reject(new Error(`git cat-file ended with ${status}`)),
    );
  });
}
