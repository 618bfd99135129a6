/** By what is known whether a file is as it was: its size and time; nothing of one that is gone. */
import { statSync } from 'node:fs';

export function stampOf(file) {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats === undefined ? '' : `${stats.size} ${stats.mtimeMs}`;
}
