import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readRegular } from '../read-regular.ts';
import type { Change } from './update.ts';

/** Where a file or a link stands in the place of a folder, it goes: nothing is written through it. */
export function writeChange(folder: string, { name, kind, content, isExecutable = false }: Change): void {
  const file = path.join(folder, name);
  if (kind === 'removed') rmSync(file);
  if (content === undefined) return;
  for (let parent = path.dirname(name); parent !== '.'; parent = path.dirname(parent)) {
    if (readRegular(path.join(folder, parent)) !== undefined) rmSync(path.join(folder, parent));
  }
  mkdirSync(path.dirname(file), { recursive: true });
  rmSync(file, { force: true, recursive: true });
  writeFileSync(file, content);
  if (isExecutable) chmodSync(file, 0o755);
}
