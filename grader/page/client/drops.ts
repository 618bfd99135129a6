/// <reference lib="dom" />
import { unpacked } from './archive.ts';
import type { Session } from './session.ts';
import { takeOver } from './take-over.ts';
import type { Notices } from './views/notices.ts';

/** What is dropped onto the page is opened. */
export function takeDrops(session: Session, notices: Notices): void {
  addEventListener('dragover', (event) => event.preventDefault());
  addEventListener('drop', async (event) => {
    event.preventDefault();
    const entries = [...(event.dataTransfer?.items ?? [])].flatMap((item) => item.webkitGetAsEntry() ?? []);
    const opened = (await Promise.all(entries.map(filesBelow))).flat();
    takeOver(
      session,
      notices,
      await unpacked(opened, session.data.folder, Object.keys(session.data.stubs)).catch(() => ({})),
    );
  });
}

interface Opened {
  readonly path: string;
  readonly file: File;
}

async function filesBelow(entry: FileSystemEntry): Promise<readonly Opened[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    return [{ path: entry.fullPath.slice(1), file }];
  }
  if (entry.name === 'node_modules' || entry.name.startsWith('.')) return [];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const children = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
  return (await Promise.all(children.map(filesBelow))).flat();
}
