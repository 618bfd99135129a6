import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** All files of a folder, names and contents, as one text. */
export const textOf = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
    .map((file) => `${path.relative(folder, file)}\n${readFileSync(file, 'utf8')}`)
    .join('\n');
