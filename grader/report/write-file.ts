import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { NablaError, systemReason } from '../errors.ts';

/** Writes a file whole or not at all: under a name of its own first, then renamed over the old one. */
export function writeWhole(file: string, text: string): void {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(temporary, text);
    renameSync(temporary, file);
  } catch (error) {
    if (existsSync(temporary)) rmSync(temporary);
    throw new NablaError('cannot-write', 'cannot-write-report', { file, reason: systemReason(error) });
  }
}

/** Finds out before anything is graded whether reports can be written there. Throws `cannot-write`. */
export function tryFolder(folder: string): void {
  const probe = path.join(folder, '.nabla-probe');
  writeWhole(probe, '');
  rmSync(probe);
}
