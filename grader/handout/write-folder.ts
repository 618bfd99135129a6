import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { NablaError, systemReason } from '../errors.ts';
import type { HandoutFile } from './handed-out.ts';

/**
 * Writes a folder whole or not at all: beside its place first, then renamed. `finish` may still add to it there.
 * Throws `folder-exists`: nothing is ever written over.
 */
export async function writeFolder(
  folder: string,
  files: readonly Pick<HandoutFile, 'name' | 'content' | 'isExecutable'>[],
  finish: (folder: string) => Promise<void> = async () => {},
): Promise<void> {
  if (existsSync(folder)) throw new NablaError('folder-exists', 'folder-exists', { folder });
  mkdirSync(path.dirname(folder), { recursive: true });
  const temporary = mkdtempSync(`${folder}.tmp-`);
  try {
    for (const { name, content, isExecutable = false } of files) {
      const file = path.join(temporary, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content, { mode: isExecutable ? 0o755 : 0o644 });
    }
    // A temporary folder is its maker's alone.
    chmodSync(temporary, 0o755);
    await finish(temporary);
    renameSync(temporary, folder);
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    if (error instanceof NablaError) throw error;
    throw new NablaError('cannot-write', 'cannot-write', { file: folder, reason: systemReason(error) });
  }
}
