import { accessSync, constants, mkdirSync } from 'node:fs';
import { NablaError, systemReason } from '../../errors.ts';

/** What can be known to fail at the end is tried at the beginning. Throws `cannot-write`. */
export function checkWritable(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new NablaError('cannot-write', 'cannot-write-out', { file: folder, reason: systemReason(error) });
  }
}
