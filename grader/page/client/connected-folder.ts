/// <reference lib="dom" />
/// <reference lib="dom.asynciterable" />
import { fill } from './dom.ts';
import type { Session } from './session.ts';
import { takeOver } from './take-over.ts';
import type { Notices } from './views/notices.ts';

type Picker = (options: { readonly mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>;
const picker = (): Picker | undefined => (globalThis as { showDirectoryPicker?: Picker }).showDirectoryPicker;

/** Whether this browser lets a page write into a folder. */
export const canConnect = (): boolean => picker() !== undefined;

/** The folder with the assignment's files: itself, or below the root of a cloned repository. */
async function sourceIn(root: FileSystemDirectoryHandle, folder: string): Promise<FileSystemDirectoryHandle> {
  for (const path of [folder.split('/'), ['src']]) {
    try {
      let at = root;
      for (const name of path) at = await at.getDirectoryHandle(name);
      return at;
    } catch {
      // Not there; the next one may be.
    }
  }
  return root;
}

/** Opens the files of a folder, and from then on writes every change into it. */
export async function connectFolder(session: Session, notices: Notices): Promise<void> {
  const root = await picker()?.({ mode: 'readwrite' }).catch(() => undefined);
  if (root === undefined) return;
  const folder = await sourceIn(root, session.data.folder);
  const written = new Map<string, string>();
  for (const name of Object.keys(session.data.stubs)) {
    try {
      written.set(name, await (await (await folder.getFileHandle(name)).getFile()).text());
    } catch {
      // It is written with the first change.
    }
  }
  if (written.size > 0) takeOver(session, notices, Object.fromEntries(written));
  notices.say(fill(session.words.connected, { folder: root.name }));
  let work = Promise.resolve();
  session.listen((change) => {
    if (change !== 'text') return;
    for (const [name, text] of Object.entries(session.files)) {
      if (written.get(name) === text) continue;
      written.set(name, text);
      work = work.then(() => write(folder, name, text)).catch((error: Error) => void notices.say(error.message));
    }
  });
}

async function write(folder: FileSystemDirectoryHandle, name: string, text: string): Promise<void> {
  const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
  await stream.write(text);
  await stream.close();
}
